using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>
    /// How many bytes of an integer are on disk: as many as its type has, unless the field says fewer.
    /// </summary>
    private int? ParseWidth(FieldContext field, int full)
    {
        if (field.Find("Width") is not { } directive)
        {
            return full;
        }

        if (full < 4)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, directive.Location(),
                "Width", field.Name, "integers of 4 and 8 bytes, and enums of these");
            return null;
        }

        if (!directive.TryGetInt32(0, out var width))
        {
            _isUnfinished = true;
            return null;
        }

        if (width <= full / 2 || width >= full)
        {
            Report(
                DiagnosticTable.WidthOutOfRange, directive.ArgumentLocation(0), field.Name, Text(width),
                field.Type.ToDisplayString(Microsoft.CodeAnalysis.SymbolDisplayFormat.MinimallyQualifiedFormat),
                full == 4 ? "3" : "5, 6 or 7");
            return null;
        }

        return width;
    }

    /// <summary>Refuses an enum some of whose values have more bits than the field.</summary>
    private bool RefuseWideNames(FieldContext field, NumberShape shape, int width, bool isSigned)
    {
        if (!shape.IsNarrow)
        {
            return true;
        }

        var unused = 64 - (8 * width);
        foreach (var member in field.Type.GetMembers().OfType<Microsoft.CodeAnalysis.IFieldSymbol>())
        {
            if (member.ConstantValue is { } number
                && Bits(number, 8) is var bits
                && (isSigned ? (ulong)((long)(bits << unused) >> unused) : bits << unused >> unused) != bits)
            {
                Report(
                    DiagnosticTable.EnumDoesNotFit, field.Find("Width")!.ArgumentLocation(0),
                    field.Name, Text(width), $"{field.Type.Name}.{member.Name}", Text((IFormattable)number));
                return false;
            }
        }

        return true;
    }
}
