using System.Globalization;
using System.Text;

namespace FormatKit.Testing;

/// <summary>Bytes as text that a person can read: shrunk examples are mostly zeros, which are left out.</summary>
internal static class BytePicture
{
    private const int RunsShown = 8;
    private const int RowsShown = 4;

    public static string Of(byte[] bytes)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{bytes.Length} bytes");
        var runs = 0;
        for (var start = Array.FindIndex(bytes, b => b != 0); start >= 0;)
        {
            var end = Array.IndexOf(bytes, (byte)0, start);
            end = end < 0 ? bytes.Length : end;
            if (runs++ == RunsShown)
            {
                return text.Append(", …").ToString();
            }

            text.Append(CultureInfo.InvariantCulture, $", at {start} ");
            text.Append(Convert.ToHexStringLower(bytes.AsSpan(start..Math.Min(end, start + 32))));
            text.Append(end - start > 32 ? "…" : "");
            start = end == bytes.Length ? -1 : Array.FindIndex(bytes, end, b => b != 0);
        }

        return text.Append(runs == 0 ? ", all zero" : ", zeros elsewhere").ToString();
    }

    /// <summary>The lines of sixteen bytes in which a field stands, with marks under it.</summary>
    public static string Marked(byte[] bytes, string field, int offset, int width)
    {
        var text = new StringBuilder();
        var end = Math.Min(bytes.Length, offset + width);
        var first = offset / 16 * 16;
        for (var row = first; row < end && row < first + (RowsShown * 16); row += 16)
        {
            var (from, to) = (Math.Max(row, offset), Math.Min(end, row + 16));
            text.Append(CultureInfo.InvariantCulture, $"\n    {row:x4} ");
            foreach (var b in bytes.AsSpan(row..Math.Min(bytes.Length, row + 16)))
            {
                text.Append(CultureInfo.InvariantCulture, $" {b:x2}");
            }

            text.Append("\n         ").Insert(text.Length, "   ", from - row).Insert(text.Length, " ^^", to - from);
            text.Append(row == first ? $" {field}" : "");
        }

        return text.ToString();
    }
}
