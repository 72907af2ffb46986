namespace FormatKit.Disks.Storage;

/// <summary>Offset arithmetic that cannot overflow.</summary>
internal static class StoreRange
{
    /// <summary>Bytes of the range that lie before <paramref name="end"/>.</summary>
    internal static long Clip(long offset, long length, long end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Math.Max(0, Math.Min(length, end - offset));
    }

    /// <summary>Whether the range ends at or before <paramref name="end"/>.</summary>
    internal static bool Fits(long offset, long length, long end) => offset <= end && length <= end - offset;
}
