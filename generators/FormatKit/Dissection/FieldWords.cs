using System.Globalization;
using System.Text;

namespace FormatKit;

/// <summary>The value of a field in words for people, from whatever bytes there are.</summary>
internal static class FieldWords
{
    public const string AllZero = "all zero";
    public const string None = "none";

    private const int BytesShown = 16;
    private const int NonZeroShown = 4;

    /// <param name="field">The field; not an array.</param>
    /// <param name="layout">The bytes of the layout that holds it.</param>
    public static string Of(FieldInfo field, ReadOnlySpan<byte> layout)
    {
        var bytes = layout.Slice(field.Offset, field.Width);
        try
        {
            return field switch
            {
                _ when field.ReadInteger(layout) is { } integer => field.Describe(integer),
                { Element: not null } => field.DescribeElements(layout),
                { Kind: FieldKind.Reserved } => Reserved(field.Offset, bytes),
                { Kind: FieldKind.Text, Get: { } get } => TextForm.Quote((string)get(layout)),
                { Nested: { } nested } => nested.Describe(bytes),
                { Get: { } get } => string.Create(CultureInfo.InvariantCulture, $"{get(layout)}"),
                _ => Raw(bytes),
            };
        }
        catch (Exception e) when (e is ArgumentException or ArithmeticException or FormatException)
        {
            // A value without words, such as a time beyond the calendar; a struct's own words may have such limits too.
            return Raw(bytes);
        }
    }

    /// <summary>Says which bytes are not zero, by their offset in the layout: some tools keep flags there.</summary>
    private static string Reserved(int offset, ReadOnlySpan<byte> bytes)
    {
        var words = new StringBuilder();
        var count = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] != 0 && ++count <= NonZeroShown)
            {
                words.Append(words.Length == 0 ? "not zero: " : ", ")
                    .Append(CultureInfo.InvariantCulture, $"0x{bytes[index]:x2} at {offset + index}");
            }
        }

        return count == 0 ? AllZero
            : count <= NonZeroShown ? words.ToString()
            : words.Append(CultureInfo.InvariantCulture, $" and {count - NonZeroShown} more").ToString();
    }

    public static string Raw(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? None
        : !bytes.ContainsAnyExcept((byte)0) ? AllZero
        : bytes.Length <= BytesShown ? Convert.ToHexStringLower(bytes)
        : string.Create(
            CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(bytes[..BytesShown])}… ({bytes.Length} bytes)");
}
