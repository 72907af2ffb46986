using System.Globalization;
using System.Text;

namespace FormatKit.Cli.Output;

/// <summary>Text that stays on its line. Names and texts come out of images that anybody may have made, and a control
/// character among them would move the cursor or worse.</summary>
internal static class OneLine
{
    public static string Of(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' or '\r' or '\t' => line.Append(' '),
                _ when char.IsControl(character) =>
                    line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => line.Append(character),
            };
        }

        return line.ToString();
    }
}
