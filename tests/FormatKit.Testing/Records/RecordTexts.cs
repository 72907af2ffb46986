using System.Text;

namespace FormatKit.Testing;

/// <summary>Texts of any length, by the table.</summary>
internal static class RecordTexts
{
    public static int WidthOf(TextEncoding encoding) =>
        encoding is TextEncoding.Utf16BigEndian or TextEncoding.Utf16LittleEndian ? 2 : 1;

    /// <summary>Where the first NUL starts.</summary>
    /// <exception cref="RecordTableException">There is none.</exception>
    public static int IndexOfNul(ReadOnlySpan<byte> bytes, TextEncoding encoding)
    {
        var width = WidthOf(encoding);
        for (var at = 0; at + width <= bytes.Length; at += width)
        {
            if (bytes[at] == 0 && bytes[at + width - 1] == 0)
            {
                return at;
            }
        }

        throw new RecordTableException();
    }

    /// <summary>The text; null for bytes that are none.</summary>
    public static string? Decode(byte[] bytes, TextEncoding encoding)
    {
        try
        {
            return Strict(encoding).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static byte[] Encode(string text, TextEncoding encoding) => Strict(encoding).GetBytes(text);

    private static Encoding Strict(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Ascii => Encoding.GetEncoding(
            "us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        TextEncoding.Latin1 => Encoding.Latin1,
        TextEncoding.Utf8 => new UTF8Encoding(false, throwOnInvalidBytes: true),
        TextEncoding.Utf16LittleEndian => new UnicodeEncoding(false, false, throwOnInvalidBytes: true),
        _ => new UnicodeEncoding(true, false, throwOnInvalidBytes: true),
    };
}
