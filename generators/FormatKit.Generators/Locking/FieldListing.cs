using System.Globalization;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Locking;

/// <summary>
/// Says what the bytes of a field are: how they are read, and the value that they must have. What only judges a value,
/// the names of an enum or a range, is not among it.
/// </summary>
internal static class FieldListing
{
    public static string Kind(FieldModel field) =>
        string.Join(
            ", ",
            new[] { Shape(field) }.Concat(Values(field)).Concat(ChecksumListing.Words(field)).Concat(Overlays(field)));

    // By the tag's value: in which order they are declared does not matter.
    private static IEnumerable<string> Overlays(FieldModel field) =>
        field.Overlays.OrderBy(overlay => overlay.Condition.Value).Select(overlay =>
            $"layout {LastName(overlay.Type)} for {overlay.Condition.Value.ToString(CultureInfo.InvariantCulture)}");

    private static string Shape(FieldModel field) => field.Shape switch
    {
        TimestampShape time => $"{Unit(time)} since {time.Date}{Order(time, field.Width)}",
        FloatShape number => $"float{Order(number, field.Width)}",
        BoolShape => "truth",
        NumberShape number => Integer(number, field.Width),
        IntegersShape array => $"{Text(array.Count)} × {Integer(array.Element, field.Width / array.Count)}",
        UniqueIdShape id => $"uuid {id.Order}",
        TextShape text => $"text {text.Encoding} {text.Padding}",
        FourCCShape => "four characters",
        BytesShape => "bytes",
        ReservedShape => "reserved",
        NestedShape nested => $"layout {LastName(nested.Type)}",
        FixedCountShape array => $"{Text(array.Count)} × layout {LastName(array.Type)}",
        var other => other.ToString(),
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
    }

    // As hexadecimal digits where a text would not stand in one line of a file.
    private static string Value(FixedModel value) => value.Text switch
    {
        null => $"0x{value.Value.ToString("X", CultureInfo.InvariantCulture)}",
        { } text when text.All(character => character is >= ' ' and <= '~') => $"\"{text}\"",
        { } text => $"bytes {value.Value.ToString("X" + Text(2 * text.Length), CultureInfo.InvariantCulture)}",
    };

    private static string Unit(TimestampShape time) => time.Unit switch
    {
        "Seconds" => "seconds",
        "Milliseconds" => "milliseconds",
        _ => "units of 100 ns",
    };

    // An enum is its integer.
    private static string Integer(NumberShape number, int width) =>
        (number is IntegerShape { IsSigned: true } or WideShape { IsSigned: true } or { IsNarrowSigned: true }
            ? "signed"
            : "unsigned")
        + Order(number, width);

    // One byte has no order.
    private static string Order(NumberShape number, int width) =>
        width == 1 ? string.Empty : number.Order == "BigEndian" ? " big-endian" : " little-endian";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A type's name without what is around it: <c>Part</c> for <c>global::Disk.Part</c>.</summary>
    public static string LastName(string type) => type.Substring(type.LastIndexOfAny(['.', ':']) + 1);
}
