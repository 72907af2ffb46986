using System.Buffers.Binary;
using System.Text;

namespace FormatKit;

public static partial class FieldAccess
{
    private const char Replacement = '\uFFFD';

    private static readonly UnicodeEncoding Utf16 = new(bigEndian: true, byteOrderMark: false);

    /// <summary>The text before the first NUL; what is no text becomes U+FFFD.</summary>
    public static string ReadText<TLayout>(ref readonly TLayout layout, int offset, int length, TextEncoding encoding)
        where TLayout : struct, IBinaryLayout<TLayout> => encoding switch
        {
            TextEncoding.Ascii => FromAscii(ViewBytes(in layout, offset, length)),
            _ => FromUtf16(ViewBytes(in layout, offset, length)),
        };

    /// <summary>Writes a text and pads it with NUL; a text that is refused leaves the bytes as they were.</summary>
    /// <exception cref="ArgumentException">The text is too long or holds a character that cannot be stored.</exception>
    public static void WriteText<TLayout>(
        ref TLayout layout, int offset, int length, TextEncoding encoding, string text, string field)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        ArgumentNullException.ThrowIfNull(text, field);
        Refuse(length, encoding, text, field);
        var bytes = EditBytes(ref layout, offset, length);
        bytes.Clear();
        if (encoding == TextEncoding.Ascii)
        {
            Encoding.ASCII.GetBytes(text, bytes);
        }
        else
        {
            Utf16.GetBytes(text, bytes);
        }
    }

    private static string FromAscii(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return string.Create(end < 0 ? bytes.Length : end, bytes, static (characters, source) =>
        {
            for (var index = 0; index < characters.Length; index++)
            {
                characters[index] = source[index] < 128 ? (char)source[index] : Replacement;
            }
        });
    }

    private static string FromUtf16(ReadOnlySpan<byte> bytes)
    {
        var end = 0;
        while (end + 1 < bytes.Length && BinaryPrimitives.ReadUInt16BigEndian(bytes[end..]) != 0)
        {
            end += 2;
        }

        return Utf16.GetString(bytes[..end]);
    }

    private static void Refuse(int length, TextEncoding encoding, string text, string field)
    {
        var width = encoding == TextEncoding.Ascii ? 1 : 2;
        if (text.Length > length / width)
        {
            throw new ArgumentException(
                $"{field} holds at most {length / width} characters; there are {text.Length}.", field);
        }

        for (var index = 0; index < text.Length; index++)
        {
            var isPair = width == 2 && index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
            if (!isPair && (text[index] == 0 || (width == 1 ? text[index] > 127 : char.IsSurrogate(text[index]))))
            {
                throw new ArgumentException(
                    $"{field} cannot store character U+{(int)text[index]:X4} at index {index}.", field);
            }

            index += isPair ? 1 : 0;
        }
    }
}
