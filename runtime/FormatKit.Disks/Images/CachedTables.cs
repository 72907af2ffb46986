namespace FormatKit.Disks.Images;

/// <summary>What a driver sees of the table cache during one operation, and which page it missed.</summary>
internal sealed class CachedTables(TableCache cache) : ITables
{
    /// <summary>The last page that was not there.</summary>
    public PageRef Missing { get; set; }

    public bool TryGet(PageRef page, out ReadOnlySpan<byte> bytes)
    {
        if (cache.TryGet(page, out bytes))
        {
            return true;
        }

        Missing = page;
        return false;
    }
}
