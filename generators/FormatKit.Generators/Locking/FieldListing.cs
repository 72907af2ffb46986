using System.Globalization;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Locking;

/// <summary>
/// Says what the bytes of a field are: how they are read, and the value that they must have. What only judges a value, the
/// names of an enum or a range, is not among it.
/// </summary>
internal static class FieldListing
{
    public static string Kind(FieldModel field) =>
        string.Join(", ", new[] { Shape(field.Shape) }.Concat(Values(field)));

    private static string Shape(FieldShape shape) => shape switch
    {
        IntegerShape { IsSigned: true } integer => $"signed {Integer(integer)}",
        TimestampShape time => $"seconds since {time.Date} as {Integer(time)}",
        NumberShape number => Integer(number),
        UniqueIdShape id => $"uuid {id.Order}",
        TextShape text => $"text {text.Encoding}",
        FourCCShape => "four characters",
        BytesShape => "bytes",
        ReservedShape => "reserved",
        NestedShape nested => $"layout {LastName(nested.Type)}",
        FixedCountShape array => $"{array.Count.ToString(CultureInfo.InvariantCulture)} × layout {LastName(array.Type)}",
        _ => shape.ToString(),
    };

    private static IEnumerable<string> Values(FieldModel field)
    {
        if (field.Magic is { } magic)
        {
            yield return $"magic {Value(magic)}";
        }

        if (field.Constant is { } constant)
        {
            yield return $"constant {Value(constant)}";
        }

        if (field.Checksum is { } algorithm)
        {
            yield return $"checksum {LastName(algorithm)}";
        }
    }

    // As hexadecimal digits where a text would not stand in one line of a file.
    private static string Value(FixedModel value) =>
        value.Text is { } text && text.All(character => character is >= ' ' and <= '~')
            ? $"\"{text}\""
            : $"0x{value.Value.ToString("X", CultureInfo.InvariantCulture)}";

    // An enum is its integer. One byte has no order.
    private static string Integer(NumberShape number) => number switch
    {
        { Raw: "byte" } => "byte",
        { Order: "BigEndian" } => $"{number.Raw} big-endian",
        _ => $"{number.Raw} little-endian",
    };

    private static string LastName(string type) => type.Substring(type.LastIndexOf('.') + 1);
}
