using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>The byte order of a field's integer.</summary>
    private string ParseEndian(FieldContext field) =>
        field.Find("Endian") is { } endian ? ParseOrder(endian, 0, field.Name) ?? _order : _order;

    private string? ParseOrder(Annotation annotation, int index, string name) => ParseMember(annotation, index, name);

    /// <summary>The member of an enum that an argument is.</summary>
    private string? ParseMember(Annotation annotation, int index, string name)
    {
        if (!annotation.TryGetMember(index, out var type, out var number, out var member))
        {
            _isUnfinished = true;
        }
        else if (member is null)
        {
            var names = type.GetMembers().OfType<IFieldSymbol>().Select(field => $"{type.Name}.{field.Name}");
            Report(
                DiagnosticTable.UnknownArgument, annotation.ArgumentLocation(index),
                name, Text((IFormattable)number), type.Name, string.Join(" or ", names));
        }

        return member;
    }
}
