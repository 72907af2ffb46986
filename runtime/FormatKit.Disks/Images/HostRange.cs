using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A range of the image file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct HostRange(HostOffset Start, long Length)
{
    /// <summary>The first byte behind it.</summary>
    public HostOffset End => Start + Length;

    /// <summary>Whether the two have a byte in common.</summary>
    public bool Overlaps(HostRange other) => Start < other.End && other.Start < End;

    /// <summary>The index of the first range that ends behind a place; their number when none does.</summary>
    /// <param name="ranges">Ranges in file order, none overlapping another.</param>
    /// <param name="place">The place.</param>
    internal static int FirstEndingBehind(ReadOnlySpan<HostRange> ranges, HostOffset place)
    {
        var (low, high) = (0, ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].End <= place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
