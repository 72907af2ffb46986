using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseConstant(FieldContext context, FieldModel field) =>
        context.Find("Constant") is { } directive && ParseValue(context, field, directive, "constant") is { } value
            ? field with { Role = "Constant", Constant = new FixedModel(value, null) }
            : field;

    /// <summary>A number that the field must be able to hold.</summary>
    private ulong? ParseValue(FieldContext context, FieldModel field, Annotation directive, string what)
    {
        if (!directive.TryGetUInt64(0, out var value))
        {
            _isUnfinished = true;
            return null;
        }

        var integer = (context.Type as INamedTypeSymbol)?.EnumUnderlyingType ?? context.Type;
        var isSigned = Integer(integer) is { IsSigned: true };
        var maximum = UnsignedMaximum(field.Width) >> (isSigned ? 1 : 0);
        if (value > maximum)
        {
            Report(
                DiagnosticTable.ValueDoesNotFit, directive.ArgumentLocation(0),
                what, $"0x{value:X}", context.Name, $"0x{maximum:X}");
            return null;
        }

        return value;
    }
}
