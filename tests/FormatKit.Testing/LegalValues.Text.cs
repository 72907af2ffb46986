using System.Text;

namespace FormatKit.Testing;

internal static partial class LegalValues
{
    /// <summary>
    /// A text that the field holds, often one that fills it; nothing that would be taken for padding.
    /// </summary>
    private static string Text(FieldInfo field, Random random)
    {
        var text = new StringBuilder();
        var left = random.Next(3) == 0 ? field.Width : random.Next(field.Width + 1);
        while (Character(field.Encoding, random) is var (character, width) && width <= left)
        {
            text.Append(character.ToString());
            left -= width;
        }

        return field.Padding == TextPadding.Space && text.Length > 0 && text[^1] == ' '
            ? text.Append('.').Remove(text.Length - 2, 1).ToString()
            : text.ToString();
    }

    private static (Rune Character, int Width) Character(TextEncoding encoding, Random random) => encoding switch
    {
        TextEncoding.Ascii => (new Rune(random.Next(1, 0x80)), 1),
        TextEncoding.Latin1 => (new Rune(random.Next(1, 0x100)), 1),
        TextEncoding.Utf8 => random.Next(4) switch
        {
            0 => (new Rune(random.Next(1, 0x80)), 1),
            1 => (new Rune(random.Next(0x80, 0x800)), 2),
            2 => (new Rune(random.Next(0x800, 0xD800)), 3),
            _ => (new Rune(random.Next(0x10000, 0x110000)), 4),
        },
        _ when random.Next(8) == 0 => (new Rune(random.Next(0x10000, 0x110000)), 4),
        _ => (new Rune(random.Next(1, 0xD800)), 2),
    };
}
