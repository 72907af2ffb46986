using System.Text;

namespace FormatKit.Testing;

public static partial class FieldMutations
{
    /// <summary>Texts that end nowhere, in the middle or at once; that are no text; and that other code may obey.
    /// </summary>
    private static IEnumerable<(string What, byte[] Bytes)> Texts(FieldInfo field)
    {
        foreach (var fill in Fills(field.Width))
        {
            yield return fill;
        }

        yield return ("text without end", Cut(Encoded(field, new string('A', field.Width)), field.Width));
        yield return ("spaces", Cut(Encoded(field, new string(' ', field.Width)), field.Width));
        yield return ("text after its end", Cut(Encoded(field, "A\0B"), field.Width));
        yield return ("a path out of the folder", Cut(Encoded(field, "../../etc/passwd"), field.Width));
        yield return ("a format", Cut(Encoded(field, "%s%n{0}"), field.Width));
        foreach (var (what, bytes) in Malformed(field.Encoding))
        {
            yield return (what, Cut(bytes, field.Width));
            yield return ($"{what} at the end", [.. new byte[Math.Max(0, field.Width - bytes.Length)]
                .Select(_ => (byte)'A'), .. Cut(bytes, Math.Min(bytes.Length, field.Width))]);
        }
    }

    /// <summary>What the encoding does not allow: The Unicode Standard, chapter 3.9, table 3-7 for UTF-8.</summary>
    private static IEnumerable<(string What, byte[] Bytes)> Malformed(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Ascii => [("no ASCII", [0x41, 0x80, 0xFF])],
        TextEncoding.Utf8 =>
        [
            ("an overlong form", [0xC0, 0xAF]),
            ("a surrogate", [0xED, 0xA0, 0x80]),
            ("half a character", [0xE2, 0x82]),
            ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]),
        ],
        TextEncoding.Utf16LittleEndian => [("half a pair", [0x00, 0xD8]), ("a wrong pair", [0x00, 0xDC, 0x00, 0xD8])],
        TextEncoding.Utf16BigEndian => [("half a pair", [0xD8, 0x00]), ("a wrong pair", [0xDC, 0x00, 0xD8, 0x00])],
        _ => [],
    };

    private static byte[] Encoded(FieldInfo field, string text) => field.Encoding switch
    {
        TextEncoding.Utf16LittleEndian => Encoding.Unicode.GetBytes(text),
        TextEncoding.Utf16BigEndian => Encoding.BigEndianUnicode.GetBytes(text),
        _ => Encoding.ASCII.GetBytes(text),
    };

    /// <summary>As many bytes as the field has: what is too long is cut off, what is too short is padded.</summary>
    private static byte[] Cut(byte[] text, int width)
    {
        var bytes = new byte[width];
        text.AsSpan(0, Math.Min(width, text.Length)).CopyTo(bytes);
        return bytes;
    }
}
