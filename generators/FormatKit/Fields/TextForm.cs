using System.Globalization;
using System.Text;

namespace FormatKit;

/// <summary>Bytes and sizes as text for people.</summary>
public static class TextForm
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Bytes as a quoted text; what is not printable ASCII as an escape.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length + 2).Append('"');
        foreach (var b in bytes)
        {
            _ = b switch
            {
                0 => text.Append("\\0"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                (byte)'"' or (byte)'\\' => text.Append('\\').Append((char)b),
                >= 0x20 and < 0x7f => text.Append((char)b),
                _ => text.Append("\\x").Append(b.ToString("x2", CultureInfo.InvariantCulture)),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>
    /// A text in quotes, with escapes for what would do something to a line or a terminal, such as a control character,
    /// or turn the direction of writing: on disk there may be anything.
    /// </summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new StringBuilder(text.Length + 2).Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogatePair(text, index) && IsSeen(CharUnicodeInfo.GetUnicodeCategory(text, index)))
            {
                words.Append(text, index++, 2);
                continue;
            }

            _ = character is '"' or '\\' ? words.Append('\\').Append(character)
                : IsSeen(char.GetUnicodeCategory(character)) ? words.Append(character)
                : words.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return words.Append('"').ToString();
    }

    private static bool IsSeen(UnicodeCategory category) => category
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>A number of bytes in the largest binary unit that leaves at least one, to two decimals.</summary>
    public static string Size(ulong bytes)
    {
        var unit = 0;
        var scaled = (decimal)bytes;
        while (scaled >= 1024 && unit < Units.Length - 1)
        {
            scaled /= 1024;
            unit++;
        }

        return scaled.ToString("0.##", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
