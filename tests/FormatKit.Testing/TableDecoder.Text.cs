using System.Text;

namespace FormatKit.Testing;

internal static partial class TableDecoder
{
    private const int Replacement = 0xFFFD;

    private static string Text(FieldInfo field, ReadOnlySpan<byte> bytes)
    {
        var characters = field.Encoding switch
        {
            TextEncoding.Ascii => Each(bytes, b => b < 128 ? b : Replacement),
            TextEncoding.Latin1 => Each(bytes, b => b),
            TextEncoding.Utf8 => Utf8(bytes),
            TextEncoding.Utf16LittleEndian => Utf16(bytes, 1),
            _ => Utf16(bytes, 256),
        };
        var text = new StringBuilder();
        foreach (var character in characters)
        {
            if (character == 0 && field.Padding == TextPadding.Nul)
            {
                break;
            }

            text.Append(new Rune(character).ToString());
        }

        return field.Padding == TextPadding.Space ? text.ToString().TrimEnd(' ') : text.ToString();
    }

    private static List<int> Each(ReadOnlySpan<byte> bytes, Func<byte, int> character)
    {
        var characters = new List<int>();
        foreach (var b in bytes)
        {
            characters.Add(character(b));
        }

        return characters;
    }

    /// <summary>
    /// The table of well-formed sequences (Unicode 16.0, table 3-7): a second byte has bounds of its own after some
    /// first ones, and what breaks off early is one U+FFFD up to there ("maximal subparts", section 3.9).
    /// </summary>
    private static List<int> Utf8(ReadOnlySpan<byte> bytes)
    {
        var characters = new List<int>();
        for (var at = 0; at < bytes.Length;)
        {
            int first = bytes[at++];
            var (more, least, greatest) = first switch
            {
                < 0x80 => (0, 0, 0),
                >= 0xC2 and <= 0xDF => (1, 0x80, 0xBF),
                0xE0 => (2, 0xA0, 0xBF),
                0xED => (2, 0x80, 0x9F),
                >= 0xE1 and <= 0xEF => (2, 0x80, 0xBF),
                0xF0 => (3, 0x90, 0xBF),
                0xF4 => (3, 0x80, 0x8F),
                >= 0xF1 and <= 0xF3 => (3, 0x80, 0xBF),
                _ => (-1, 0, 0),
            };
            var character = more < 0 ? Replacement : more == 0 ? first : first % (64 >> more);
            for (; more > 0; more--, (least, greatest) = (0x80, 0xBF))
            {
                if (at == bytes.Length || bytes[at] < least || bytes[at] > greatest)
                {
                    character = Replacement;
                    break;
                }

                character = (character * 64) + (bytes[at++] % 64);
            }

            characters.Add(character);
        }

        return characters;
    }

    /// <param name="bytes">The bytes of the field.</param>
    /// <param name="first">What the first of two bytes counts.</param>
    private static List<int> Utf16(ReadOnlySpan<byte> bytes, int first)
    {
        var characters = new List<int>();
        for (var at = 0; at + 1 < bytes.Length; at += 2)
        {
            var unit = (bytes[at] * first) + (bytes[at + 1] * (256 / first));
            var next = at + 3 < bytes.Length ? (bytes[at + 2] * first) + (bytes[at + 3] * (256 / first)) : 0;
            if (unit is >= 0xD800 and < 0xDC00 && next is >= 0xDC00 and < 0xE000)
            {
                characters.Add(0x10000 + ((unit - 0xD800) * 1024) + next - 0xDC00);
                at += 2;
            }
            else
            {
                characters.Add(unit is >= 0xD800 and < 0xE000 ? Replacement : unit);
            }
        }

        return characters;
    }
}
