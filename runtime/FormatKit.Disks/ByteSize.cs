using System.Globalization;

namespace FormatKit.Disks;

/// <summary>Sizes as people write them: <c>512</c>, <c>64K</c>, <c>1.5G</c>; the units are powers of 1,024.</summary>
public static class ByteSize
{
    private const string Units = "BKMGTPE";

    /// <summary>Reads a size. A fraction is allowed where the result is a whole number of bytes.</summary>
    /// <returns>Whether the text is a size from 0 to 2^63 - 1 bytes.</returns>
    public static bool TryParse(string? text, out long bytes)
    {
        bytes = 0;
        var digits = (text ?? "").Trim();
        var unit = digits.Length > 0 ? Units.IndexOf(char.ToUpperInvariant(digits[^1]), StringComparison.Ordinal) : -1;
        if (unit >= 0)
        {
            digits = digits[..^1];
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number)
            || number > decimal.MaxValue / (1L << (10 * Math.Max(0, unit))))
        {
            return false;
        }

        var scaled = number * (1L << (10 * Math.Max(0, unit)));
        if (scaled > long.MaxValue || scaled != decimal.Truncate(scaled))
        {
            return false;
        }

        bytes = (long)scaled;
        return true;
    }
}
