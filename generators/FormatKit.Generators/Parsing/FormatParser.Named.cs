using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>The member of an enum that a named argument is, or what it is where it is left out.</summary>
    private string? ParseNamedMember(Annotation annotation, string argument, string otherwise, string field)
    {
        if (annotation.Named(argument) is not { } constant)
        {
            return otherwise;
        }

        if (constant is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } number })
        {
            _isUnfinished = true;
            return null;
        }

        var members = type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).ToList();
        var found = members.FirstOrDefault(member => number.Equals(member.ConstantValue))?.Name;
        if (found is null)
        {
            Report(
                DiagnosticTable.UnknownArgument, annotation.NamedLocation(argument), field, Text((IFormattable)number),
                type.Name, string.Join(" or ", members.Select(member => $"{type.Name}.{member.Name}")));
        }

        return found;
    }
}
