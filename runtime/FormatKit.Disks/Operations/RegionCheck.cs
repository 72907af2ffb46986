using System.Runtime.CompilerServices;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Operations;

/// <summary>
/// Checks that hold for every format that keeps its disk in regions of a file: each inside the file, no two in one
/// place, and nothing between them that belongs to none. Memory: 16 bytes a block.
/// </summary>
internal static class RegionCheck
{
    /// <param name="store">The file.</param>
    /// <param name="driver">Its driver.</param>
    /// <param name="slack">Bytes between two regions that are alignment, not a leak.</param>
    /// <param name="report">Where findings go.</param>
    public static void Run(ByteStore store, IImageDriver driver, long slack, CheckReport report)
    {
        report.Examined("allocation table: every entry inside the file");
        report.Examined("regions of the file: no two in one place, none twice");
        report.Examined("space that belongs to nothing");
        var regions = RegionIndex.Of(driver, store);
        report.TotalUnits = (driver.GuestLength + driver.AllocationUnit - 1) / driver.AllocationUnit;
        report.AllocatedUnits = regions.Blocks;

        var fileLength = store.Length;
        var end = new HostOffset(0);
        var paddedEnd = end;
        var last = default(Region);
        foreach (var region in regions)
        {
            if (region.Range.End.Value > fileLength)
            {
                Add(report, CheckSeverity.Corruption, region.SaidAt,
                    $"{region} is said to be at byte {region.Range.Start.Value} to {region.Range.End.Value}, but the file "
                    + $"has {fileLength} bytes.");
                continue;
            }

            if (region.Range.Start < end)
            {
                Add(report, CheckSeverity.Corruption, region.SaidAt,
                    $"{region} at byte {region.Range.Start.Value} overlaps {last}, which ends at byte "
                    + $"{last.Range.End.Value}.");
            }
            else
            {
                CheckGap(paddedEnd, region.Range.Start, slack, report);
            }

            if (region.Range.End > end)
            {
                (end, last) = (region.Range.End, region);
            }

            paddedEnd = region.PaddedEnd > paddedEnd ? region.PaddedEnd : paddedEnd;
        }

        CheckGap(paddedEnd, new HostOffset(fileLength), slack, report);
        report.ImageEnd = end;
    }

    private static void CheckGap(HostOffset from, HostOffset to, long slack, CheckReport report)
    {
        if (to - from >= slack)
        {
            Add(report, CheckSeverity.Leak, from, $"{to - from} bytes from byte {from.Value} on belong to nothing.");
        }
    }

    private static void Add(
        CheckReport report, CheckSeverity severity, HostOffset at,
        [InterpolatedStringHandlerArgument(nameof(report))] FindingText text)
    {
        if (report.TakesWords)
        {
            report.Add(severity, text.Take(), at.Value);
        }
        else
        {
            report.Count(severity);
        }
    }
}
