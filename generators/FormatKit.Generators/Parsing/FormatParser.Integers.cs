using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseIntegers(FieldContext field, ITypeSymbol element)
    {
        if (element.TypeKind == TypeKind.Error)
        {
            return Unfinished();
        }

        if (ParseElement(field, element) is not var (shape, width))
        {
            var name = element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(DiagnosticTable.ElementIsNoInteger, field.TypeLocation(), field.Name, name);
            return null;
        }

        return Demand(field, "FixedCount", "[FixedCount(count)]") is { } directive
            && ParseLength(field, directive, $"elements of {width} bytes", width) is { } count
                ? (new IntegersShape(shape, CodeNames.Full(element), count), count * width)
                : null;
    }

    private (NumberShape Shape, int Width)? ParseElement(FieldContext field, ITypeSymbol element)
    {
        var named = element as INamedTypeSymbol;
        if (Integer(named?.EnumUnderlyingType ?? element) is not var (raw, width, isSigned))
        {
            return null;
        }

        var order = ParseEndian(field);
        return element.TypeKind == TypeKind.Enum
            ? (new EnumShape(order, raw, EnumNames(named!, width), IsFlags(named!), RejectsUnknown: false), width)
            : (new IntegerShape(order, raw, isSigned), width);
    }
}
