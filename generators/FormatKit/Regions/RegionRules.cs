using System.Buffers;

namespace FormatKit;

/// <summary>Holds the regions that a layout points at against each other and the end of the file.</summary>
internal static class RegionRules
{
    private static readonly Comparison<FileRegion> ByStart = static (left, right) =>
        left.Start.CompareTo(right.Start) is var order and not 0 ? order : left.Offset.CompareTo(right.Offset);

    /// <summary>
    /// Sorted by their starts, a region overlaps an earlier one exactly when it starts before the farthest end so far:
    /// so one pass finds every region that overlaps another.
    /// </summary>
    public static int Validate<TSink>(
        LayoutInfo layout, scoped ReadOnlySpan<byte> bytes, ulong fileLength, int blockSize, ref TSink sink)
        where TSink : IViolationSink, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(blockSize);
        var most = RegionWalk.CountOf(layout);
        if (most == 0)
        {
            return 0;
        }

        var rented = ArrayPool<FileRegion>.Shared.Rent(most);
        try
        {
            var walk = new RegionWalk(layout, bytes, blockSize, rented);
            walk.Run();
            var regions = rented.AsSpan(0, walk.Count);
            regions.Sort(ByStart);
            return Judge(layout, regions, fileLength, ref sink);
        }
        finally
        {
            ArrayPool<FileRegion>.Shared.Return(rented, clearArray: true);
        }
    }

    private static int Judge<TSink>(
        LayoutInfo layout, scoped ReadOnlySpan<FileRegion> regions, ulong fileLength, ref TSink sink)
        where TSink : IViolationSink, allows ref struct
    {
        var broken = 0;
        var farthest = default(FileRegion);
        foreach (ref readonly var region in regions)
        {
            if (region.End > fileLength)
            {
                broken++;
                sink.Add(new Violation(
                    ViolationKind.RegionPastEnd, layout, region.Field, region.Offset,
                    Saturate(region.End), fileLength)
                {
                    Overlays = region.Overlays,
                });
            }

            if (region.Length is null)
            {
                continue;
            }

            if (region.Start < farthest.End)
            {
                broken++;
                sink.Add(new Violation(
                    ViolationKind.RegionOverlap, layout, region.Field, region.Offset,
                    Saturate(region.Start), Saturate(farthest.End))
                {
                    Overlays = region.Overlays,
                    Other = farthest.Field,
                    OtherOffset = farthest.Offset,
                    OtherOverlays = farthest.Overlays,
                });
            }

            farthest = region.End > farthest.End ? region : farthest;
        }

        return broken;
    }

    private static ulong Saturate(UInt128 number) => number > ulong.MaxValue ? ulong.MaxValue : (ulong)number;
}
