using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseRange(FieldContext context, FieldModel field)
    {
        if (context.Find("Range") is not { } directive)
        {
            return field;
        }

        if (Number(directive.Argument(0)) is not { } minimum || Number(directive.Argument(1)) is not { } maximum)
        {
            _isUnfinished = true;
            return field;
        }

        var (least, greatest) = Limits(context, field);
        if (minimum > maximum)
        {
            Report(
                DiagnosticTable.NoLegalValue, directive.ArgumentLocation(0), context.Name,
                $"the range goes from {Text(minimum)} down to {Text(maximum)}; write the least value first");
            return field;
        }

        if (minimum < least || maximum > greatest)
        {
            Report(
                DiagnosticTable.RangeDoesNotFit, directive.ArgumentLocation(minimum < least ? 0 : 1),
                context.Name, Text(minimum), Text(maximum), Text(least), Text(greatest));
            return field;
        }

        return field with { Range = new RangeModel(Bits(minimum), Bits(maximum), least < 0) };
    }

    /// <summary>The least and greatest value of an integer or enum field.</summary>
    private static (decimal Least, decimal Greatest) Limits(FieldContext context, FieldModel field)
    {
        var greatest = UnsignedMaximum(field.Width);
        return IsSigned(context.Type) ? (-(decimal)(greatest >> 1) - 1, greatest >> 1) : (0, greatest);
    }

    private static bool IsSigned(ITypeSymbol type) =>
        ((type as INamedTypeSymbol)?.EnumUnderlyingType ?? type).SpecialType
            is SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32
            or SpecialType.System_Int64;

    private static ulong Bits(decimal number) => number < 0 ? unchecked((ulong)(long)number) : (ulong)number;

    /// <summary>An argument that is an integer; an enum's member counts as its number.</summary>
    private static decimal? Number(TypedConstant? argument) =>
        argument is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: { } value } ? value switch
        {
            byte or sbyte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value),
            _ => null,
        }
        : null;
}
