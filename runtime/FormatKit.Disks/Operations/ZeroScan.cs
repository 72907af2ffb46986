namespace FormatKit.Disks.Operations;

/// <summary>Finds what is worth writing in a buffer: everything but long runs of zeros.</summary>
internal static class ZeroScan
{
    /// <summary>The unit in which zeros are looked for: a page of most hosts, below which a file has no
    /// holes.</summary>
    private const int Grain = 4096;

    /// <summary>Runs of zeros shorter than this are written all the same: a call costs more than they do.</summary>
    private const int ShortestGap = 32 << 10;

    /// <summary>Whether all bytes are zero.</summary>
    public static bool IsZero(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)0) < 0;

    /// <summary>The next range from <paramref name="from"/> on that has something in it.</summary>
    /// <returns>An empty range when there is nothing but zeros.</returns>
    public static (int Start, int Length) NextData(ReadOnlySpan<byte> bytes, int from)
    {
        var nonZero = bytes[from..].IndexOfAnyExcept((byte)0);
        if (nonZero < 0)
        {
            return (bytes.Length, 0);
        }

        var start = Math.Max(from, (from + nonZero) / Grain * Grain);
        var end = Math.Min(bytes.Length, start - (start % Grain) + Grain);
        for (var at = end; at < bytes.Length && at - end < ShortestGap; at += Grain)
        {
            var grain = bytes.Slice(at, Math.Min(Grain, bytes.Length - at));
            if (!IsZero(grain))
            {
                end = at + grain.Length;
            }
        }

        return (start, end - start);
    }
}
