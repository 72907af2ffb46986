using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseFixedCount(FieldContext field, ITypeSymbol element)
    {
        if (element is not INamedTypeSymbol type || Annotation.Find(type, "BinaryLayout") is not { } layout)
        {
            var name = element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(DiagnosticTable.NotALayout, field.TypeLocation(), field.Name, name);
            return null;
        }

        return ParseNestedSize(field, type, layout) is { } size
            && Demand(field, "FixedCount", "[FixedCount(count)]") is { } directive
            && ParseLength(field, directive, $"elements of {size} bytes", size) is { } count
                ? (new FixedCountShape(CodeNames.Full(type), count), count * size)
                : null;
    }
}
