namespace FormatKit.Disks.Operations;

/// <summary>Finds what is worth writing in a buffer: everything but long runs of zeros.</summary>
internal static class ZeroScan
{
    /// <summary>The unit in which zeros are looked for: a page of most hosts, below which a file has no
    /// holes.</summary>
    private const int Page = 4096;

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

        var start = Math.Max(from, (from + nonZero) / Page * Page);
        var end = Math.Min(bytes.Length, start - (start % Page) + Page);
        for (var at = end; at < bytes.Length && at - end < ShortestGap; at += Page)
        {
            var page = bytes.Slice(at, Math.Min(Page, bytes.Length - at));
            if (!IsZero(page))
            {
                end = at + page.Length;
            }
        }

        return (start, end - start);
    }
}
