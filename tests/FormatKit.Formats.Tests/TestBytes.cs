using System.Globalization;
using System.Text;

namespace FormatKit.Formats.Tests;

/// <summary>Files as pictures: so many zero bytes, and what stands where.</summary>
internal static class TestBytes
{
    /// <summary>Bytes with hexadecimal text at offsets; blanks in the text are for the eye.</summary>
    public static byte[] Of(int length, params ReadOnlySpan<(int Offset, string Hex)> parts)
    {
        var bytes = new byte[length];
        foreach (var (offset, hex) in parts)
        {
            Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)).CopyTo(bytes, offset);
        }

        return bytes;
    }

    /// <summary>The hexadecimal text of ASCII characters.</summary>
    public static string Ascii(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));

    /// <summary>What structures were found: <c>label at offset, length</c>, in their order.</summary>
    public static IEnumerable<string> Words(this IEnumerable<FileStructure> structures) =>
        structures.Select(found => string.Create(
            CultureInfo.InvariantCulture, $"{found.Label} at {found.Offset.Value}, {found.Length}"));
}
