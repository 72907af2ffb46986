using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Emission;

/// <summary>Values as code.</summary>
internal static class Literals
{
    public static string Text(string? value) =>
        value is null ? "null"
        : IsPlain(value) ? "\"" + value + "\""
        : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Hex(ulong value, int width) =>
        "0x" + value.ToString("X" + (2 * width), System.Globalization.CultureInfo.InvariantCulture);

    public static string Bool(bool value) => value ? "true" : "false";

    // Most texts: the compiler looks up the category of each character, which takes longer than all else.
    private static bool IsPlain(string value)
    {
        foreach (var character in value)
        {
            if (character is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
