namespace FormatKit.Disks.Images;

/// <summary>What one read or write needs while it is under way, reused from one to the next.</summary>
internal sealed class ImageOperation(TableCache cache)
{
    public CachedTables Tables { get; } = new(cache);

    public ExtentList Extents { get; } = new();

    public WritePlan Plan { get; } = new();

    public PinnedMemory Memory { get; } = new();
}
