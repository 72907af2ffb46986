namespace FormatKit;

public sealed partial class LayoutInfo
{
    /// <summary>The regions that a layout known only at run time points at.</summary>
    /// <param name="bytes">The layout that points at them.</param>
    /// <param name="blockSize">The bytes of a block, as in <see cref="Layout.RegionsOf"/>.</param>
    /// <exception cref="ArgumentException">There are fewer bytes than <see cref="Size"/>.</exception>
    public IReadOnlyList<FileRegion> RegionsOf(ReadOnlySpan<byte> bytes, int blockSize = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(blockSize);
        if (bytes.Length < Size)
        {
            throw new ArgumentException($"{Name} has {Size} bytes; there are {bytes.Length}.", nameof(bytes));
        }

        var regions = new FileRegion[RegionWalk.CountOf(this)];
        var walk = new RegionWalk(this, bytes, blockSize, regions);
        walk.Run();
        return regions[..walk.Count];
    }
}
