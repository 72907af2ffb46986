namespace FormatKit;

public static partial class Layout
{
    /// <summary>
    /// The regions of the file that a layout points at, nested layouts included: of every
    /// <see cref="PositionAttribute"/> field that counts, is not its null value, and whose length is not 0.
    /// </summary>
    /// <param name="value">The layout that points at them.</param>
    /// <param name="blockSize">The bytes of a block (<see cref="Unit.Blocks"/>); where it is not given, regions that
    /// blocks place are left out, and the length of those that blocks measure is not known.</param>
    /// <returns>The regions in the order of their fields.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size of a block is negative.</exception>
    public static IReadOnlyList<FileRegion> RegionsOf<T>(in T value, int blockSize = 0)
        where T : struct, IBinaryLayout<T> => T.Info.RegionsOf(BytesOf(in value), blockSize);

    /// <summary>
    /// Reports every region that ends past the end of the file, and every one that overlaps another: a region whose
    /// length is not known overlaps none. Takes O(n log n) for n regions and allocates nothing.
    /// </summary>
    /// <param name="value">The layout that points at them.</param>
    /// <param name="fileLength">The length of the file in bytes.</param>
    /// <param name="sink">Takes the violations.</param>
    /// <param name="blockSize">The bytes of a block, as in <see cref="RegionsOf"/>.</param>
    /// <returns>How many violations there were.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length or the size of a block is negative.</exception>
    public static int ValidateRegions<T, TSink>(in T value, long fileLength, ref TSink sink, int blockSize = 0)
        where T : struct, IBinaryLayout<T>
        where TSink : IViolationSink, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fileLength);
        return RegionRules.Validate(T.Info, BytesOf(in value), (ulong)fileLength, blockSize, ref sink);
    }

    /// <summary>All regions that end past the end of the file or overlap another one.</summary>
    /// <param name="value">The layout that points at them.</param>
    /// <param name="fileLength">The length of the file in bytes.</param>
    /// <param name="blockSize">The bytes of a block, as in <see cref="RegionsOf"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length or the size of a block is negative.</exception>
    public static ViolationList ValidateRegions<T>(in T value, long fileLength, int blockSize = 0)
        where T : struct, IBinaryLayout<T>
    {
        var violations = new ViolationList();
        ValidateRegions(in value, fileLength, ref violations, blockSize);
        return violations;
    }
}
