using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace FormatKit;

/// <summary>
/// Text in bytes of a fixed number. Reading never throws; writing refuses what would not come back, and then leaves the
/// bytes as they were. Nothing is ever cut off: half a character is worse than an error.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FixedText
{
    /// <summary>
    /// The text before the first NUL character, or before the spaces at the end where these are the padding. What is no
    /// text becomes U+FFFD.
    /// </summary>
    public static string Read(ReadOnlySpan<byte> bytes, TextEncoding encoding, TextPadding padding)
    {
        var text = bytes[..Length(bytes, encoding, padding)];
        return encoding switch
        {
            TextEncoding.Ascii => FromAscii(text),
            _ => CodecOf(encoding).GetString(text),
        };
    }

    /// <summary>Whether the text before its padding is text: whether it reads without a replacement.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes, TextEncoding encoding, TextPadding padding) =>
        RecordText.TryDecode(bytes[..Length(bytes, encoding, padding)], encoding, out _);

    /// <summary>Writes a text and the padding behind it.</summary>
    /// <exception cref="ArgumentException">The text is too long, holds a character that cannot be stored, or one that
    /// would be taken for padding; the bytes are as they were.</exception>
    public static void Write(
        Span<byte> bytes, TextEncoding encoding, TextPadding padding, string text, string field)
    {
        ArgumentNullException.ThrowIfNull(text, field);
        RefuseCharacters(encoding, padding, text, field);
        var length = CodecOf(encoding).GetByteCount(text);
        if (length > bytes.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{field} holds at most {bytes.Length} bytes; the text has {length} in {encoding}."),
                field);
        }

        var end = CodecOf(encoding).GetBytes(text, bytes);
        Pad(bytes[end..], encoding, padding);
    }

    private static Encoding CodecOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Ascii => Encoding.ASCII,
        TextEncoding.Latin1 => Encoding.Latin1,
        TextEncoding.Utf8 => Encoding.UTF8,
        TextEncoding.Utf16LittleEndian => Encoding.Unicode,
        _ => Encoding.BigEndianUnicode,
    };

    // A unit is the least that padding and the end of a text consist of.
    private static int UnitOf(TextEncoding encoding) =>
        encoding is TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian ? 2 : 1;

    /// <summary>How many bytes the text has, its padding left out.</summary>
    private static int Length(ReadOnlySpan<byte> bytes, TextEncoding encoding, TextPadding padding)
    {
        if (UnitOf(encoding) == 1)
        {
            return padding == TextPadding.Space ? bytes.TrimEnd((byte)' ').Length
                : bytes.IndexOf((byte)0) is >= 0 and var end ? end
                : bytes.Length;
        }

        if (padding == TextPadding.Space)
        {
            var length = bytes.Length & ~1;
            while (length > 0 && IsUnit(bytes, length - 2, encoding, ' '))
            {
                length -= 2;
            }

            return length;
        }

        var at = 0;
        while (at + 1 < bytes.Length && !IsUnit(bytes, at, encoding, '\0'))
        {
            at += 2;
        }

        return at;
    }

    private static bool IsUnit(ReadOnlySpan<byte> bytes, int at, TextEncoding encoding, char unit)
    {
        var (low, high) = encoding == TextEncoding.Utf16LittleEndian ? (at, at + 1) : (at + 1, at);
        return bytes[low] == unit && bytes[high] == 0;
    }

    private static void Pad(Span<byte> rest, TextEncoding encoding, TextPadding padding)
    {
        rest.Clear();
        if (padding == TextPadding.Space)
        {
            for (var at = encoding == TextEncoding.Utf16BigEndian ? 1 : 0; at < rest.Length; at += UnitOf(encoding))
            {
                rest[at] = (byte)' ';
            }
        }
    }

    private static string FromAscii(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, bytes, static (characters, source) =>
        {
            for (var index = 0; index < characters.Length; index++)
            {
                characters[index] = source[index] < 128 ? (char)source[index] : '\uFFFD';
            }
        });

    private static void RefuseCharacters(TextEncoding encoding, TextPadding padding, string text, string field)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (encoding > TextEncoding.Latin1 && index + 1 < text.Length
                && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
                continue;
            }

            var isStored = encoding switch
            {
                TextEncoding.Ascii => text[index] < 128,
                TextEncoding.Latin1 => text[index] < 256,
                _ => !char.IsSurrogate(text[index]),
            };
            if (!isStored || (padding == TextPadding.Nul && text[index] == 0))
            {
                throw new ArgumentException(
                    $"{field} cannot store character U+{(int)text[index]:X4} at index {index}.", field);
            }
        }

        if (padding == TextPadding.Space && text.EndsWith(' '))
        {
            throw new ArgumentException(
                $"{field} cannot store a space at the end of its text: spaces there are padding.", field);
        }
    }
}
