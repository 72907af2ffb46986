using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Emission;

/// <summary>Values as code.</summary>
internal static class Literals
{
    public static string Text(string? value) =>
        value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Hex(ulong value, int width) =>
        "0x" + value.ToString("X" + (2 * width), System.Globalization.CultureInfo.InvariantCulture);

    public static string Bool(bool value) => value ? "true" : "false";
}
