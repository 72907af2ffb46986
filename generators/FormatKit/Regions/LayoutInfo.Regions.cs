namespace FormatKit;

public sealed partial class LayoutInfo
{
    /// <summary>The regions that a layout known only at run time points at.</summary>
    /// <exception cref="ArgumentException">There are fewer bytes than <see cref="Size"/>.</exception>
    public IReadOnlyList<FileRegion> RegionsOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size)
        {
            throw new ArgumentException($"{Name} has {Size} bytes; there are {bytes.Length}.", nameof(bytes));
        }

        var regions = new FileRegion[RegionWalk.CountOf(this)];
        var walk = new RegionWalk(this, bytes, regions);
        walk.Run();
        return regions[..walk.Count];
    }
}
