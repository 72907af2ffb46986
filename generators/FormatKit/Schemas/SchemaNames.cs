using System.Globalization;
using System.Text;

namespace FormatKit;

/// <summary>Names of C# as names of other languages.</summary>
internal static class SchemaNames
{
    /// <summary><c>CreatorApplication</c> as <c>creator_application</c>, <c>ChsStart</c> as <c>chs_start</c>.</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            var startsWord = char.IsUpper(character) && index > 0
                && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            if (startsWord && snake.Length > 0 && snake[^1] != '_')
            {
                snake.Append('_');
            }

            AppendAscii(snake, char.ToLowerInvariant(character));
        }

        return snake.Length > 0 && char.IsAsciiLetterLower(snake[0]) ? snake.ToString() : "f_" + snake;
    }

    /// <summary>The name itself, with what is not ASCII as its code.</summary>
    public static string Ascii(string name)
    {
        var ascii = new StringBuilder();
        foreach (var character in name)
        {
            AppendAscii(ascii, character);
        }

        return ascii.ToString();
    }

    private static void AppendAscii(StringBuilder to, char character)
    {
        if (char.IsAsciiLetterOrDigit(character) || character == '_')
        {
            to.Append(character);
        }
        else
        {
            to.Append(CultureInfo.InvariantCulture, $"u{(int)character:x4}");
        }
    }
}
