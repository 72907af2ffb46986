namespace FormatKit.Disks.Images;

/// <summary>What one read or write needs while it is under way, reused from one to the next.</summary>
internal sealed class ImageOperation(TableCache cache)
{
    private readonly List<TablePage> _held = [];

    public CachedTables Tables { get; } = new(cache);

    public ExtentList Extents { get; } = new();

    public WritePlan Plan { get; } = new();

    public PinnedMemory Memory { get; } = new();

    /// <summary>The walk over the parent's map, the same for all units of a write: what it knows of the parent's file
    /// is not asked for again for each.</summary>
    public MapWalk? Below { get; set; }

    /// <summary>Adds a page that was read for this operation to the cache.</summary>
    public void EndLoad(long begun, PageRef page, byte[] bytes) => cache.EndLoad(begun, page, bytes, _held);

    /// <summary>Gives up the pages that were loaded. Comes before the operation leaves its epoch.</summary>
    public void LetGo() => cache.LetGo(_held);
}
