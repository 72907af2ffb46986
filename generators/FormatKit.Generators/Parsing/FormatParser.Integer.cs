using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseInteger(FieldContext field, (string, int, bool) integer)
    {
        var (raw, full, isSigned) = integer;
        return ParseWidth(field, full) is { } width
            ? (Narrow(new IntegerShape(ParseEndian(field), raw, isSigned), width, full, isSigned), width)
            : null;
    }

    private static NumberShape Narrow(NumberShape shape, int width, int full, bool isSigned) =>
        width == full ? shape : shape with { Bytes = width, IsNarrowSigned = isSigned };

    private static (string Raw, int Width, bool IsSigned)? Integer(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Byte => ("byte", 1, false),
        SpecialType.System_SByte => ("byte", 1, true),
        SpecialType.System_UInt16 => ("ushort", 2, false),
        SpecialType.System_Int16 => ("ushort", 2, true),
        SpecialType.System_UInt32 => ("uint", 4, false),
        SpecialType.System_Int32 => ("uint", 4, true),
        SpecialType.System_UInt64 => ("ulong", 8, false),
        SpecialType.System_Int64 => ("ulong", 8, true),
        _ => null,
    };

    private static ulong Bits(object number, int width)
    {
        var bits = number is ulong wide ? wide : unchecked((ulong)Convert.ToInt64(number));
        return bits & UnsignedMaximum(width);
    }

    private static ulong UnsignedMaximum(int width) => ulong.MaxValue >> (64 - (8 * width));
}
