using System.Globalization;
using System.Text;

namespace FormatKit.Cli.Output;

/// <summary>
/// Text that stays on its line and reads as it stands. Names and texts come out of images that anybody may have made; a
/// control character among them would move the cursor or worse, and one that turns the direction of writing would show
/// another name.
/// </summary>
internal static class OneLine
{
    public static string Of(string text)
    {
        if (!text.Any(IsUnseen))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' or '\r' or '\t' => line.Append(' '),
                _ when IsUnseen(character) =>
                    line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => line.Append(character),
            };
        }

        return line.ToString();
    }

    private static bool IsUnseen(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
