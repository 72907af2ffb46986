using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseEnum(FieldContext field)
    {
        var type = (INamedTypeSymbol)field.Type;
        if (Integer(type.EnumUnderlyingType) is not var (raw, full, isSigned))
        {
            return Unfinished();
        }

        if (ParseWidth(field, full) is not { } width)
        {
            return null;
        }

        var names = EnumNames(type, width);
        var isFlags = IsFlags(type);
        var rejects = ParseEnumPolicy(field);
        if (rejects && names.IsEmpty)
        {
            var location = field.Find("EnumPolicy")!.ArgumentLocation(0);
            Report(DiagnosticTable.EnumWithoutNames, location, field.Name, type.Name);
            return null;
        }

        var shape = Narrow(
            new EnumShape(ParseEndian(field), raw, names, isFlags, rejects), width, full, isSigned);
        return RefuseWideNames(field, shape, width, isSigned) ? (shape, width) : null;
    }

    private static ImmutableArray<EnumName> EnumNames(INamedTypeSymbol type, int width) =>
    [
        .. type.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member.ConstantValue is not null)
            .Select(member => new EnumName(Bits(member.ConstantValue!, width), member.Name)),
    ];

    private static bool IsFlags(INamedTypeSymbol type) => type.GetAttributes().Any(data =>
        data.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" });
}
