using System.Runtime.CompilerServices;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Operations;

/// <summary>
/// Checks that hold for every format that keeps its disk in regions of a file: each inside the file, no two in one
/// place, and nothing between them that belongs to none.
/// </summary>
internal sealed class RegionCheck
{
    /// <summary>Tables that claim the file so many times over are not walked to their end, which may be far
    /// away.</summary>
    private const long MaxClaims = 16;

    private readonly ByteStore _store;
    private readonly IImageDriver _driver;
    private readonly TableMends _mends;
    private readonly CheckReport _report;
    private readonly UsedRanges _used = new();
    private readonly Dictionary<HostOffset, HostOffset> _padded = [];
    private long _surveyed;

    private RegionCheck(ByteStore store, OpenedDriver opened, CheckReport report)
    {
        _store = store;
        _driver = opened.Driver;
        _mends = new TableMends(opened.Mends);
        _report = report;
    }

    /// <param name="store">The file.</param>
    /// <param name="opened">Its driver.</param>
    /// <param name="slack">Bytes between two regions that are alignment, not a leak.</param>
    /// <param name="report">Where findings go.</param>
    /// <returns>The driver that the image opens with; null when it does not open.</returns>
    public static OpenedDriver? Run(ByteStore store, OpenedDriver opened, long slack, CheckReport report)
    {
        report.Examined("allocation tables: every entry inside the file");
        report.Examined("regions of the file: no two in one place, none twice");
        report.Examined("space that belongs to nothing");
        var (units, rest) = Math.DivRem(opened.Driver.GuestLength, opened.Driver.AllocationUnit);
        report.TotalUnits = units + (rest == 0 ? 0 : 1);
        var chosen = ChooseDriver(store, opened);
        foreach (var copy in (chosen ?? opened).StaleCopies)
        {
            report.Add(CheckSeverity.StaleCopy, copy);
        }

        var check = new RegionCheck(store, chosen ?? opened, report);
        check.Survey();
        check.FindOverlaps();
        check.FindGaps(slack);
        return chosen;
    }

    /// <summary>Whether a finding is still kept in words.</summary>
    public bool TakesWords => _report.TakesWords;

    /// <summary>The driver that an image opens with. When it does not open, the damage of the first one is
    /// told.</summary>
    private static OpenedDriver? ChooseDriver(ByteStore store, OpenedDriver opened)
    {
        try
        {
            return DriverChoice.Of(store, opened).Opened;
        }
        catch (ImageException)
        {
            return null;
        }
    }

    private IEnumerable<Region> Regions() => _driver.Regions(new ScannedTables(_store, _mends));

    private void Survey()
    {
        var fileLength = _store.Length;
        foreach (var region in Regions())
        {
            _surveyed++;
            if (region.Kind == RegionKind.Block)
            {
                _report.AllocatedUnits++;
            }

            if (region.Range.End.Value > fileLength)
            {
                Add(CheckSeverity.Corruption, region.SaidAt,
                    $"{region} is said to be at byte {region.Range.Start.Value} to {region.Range.End.Value}, but the "
                    + $"file has {fileLength} bytes.");
                continue;
            }

            _used.Add(region.Range);
            if (region.Padding > 0)
            {
                _padded[region.Range.End] = region.PaddedEnd;
            }

            if (_used.Bytes / MaxClaims > fileLength)
            {
                break;
            }
        }
    }

    /// <summary>A second walk, if there is anything to find and as far as the first one went, for the names of those
    /// that share bytes.</summary>
    private void FindOverlaps()
    {
        var places = _used.Contested();
        var owners = new Region?[places.Length];
        var left = _used.Overlaps;
        var unseen = _surveyed;
        foreach (var region in left == 0 ? [] : Regions())
        {
            if (left == 0 || unseen-- == 0 || !_report.TakesWords)
            {
                break;
            }

            for (var at = HostRange.FirstEndingBehind(places, region.Range.Start); at < places.Length; at++)
            {
                if (!places[at].Overlaps(region.Range))
                {
                    break;
                }

                if (owners[at] is not { } owner)
                {
                    owners[at] = region;
                }
                else if (owner.Range.Overlaps(region.Range))
                {
                    left--;
                    Add(CheckSeverity.Corruption, region.SaidAt,
                        $"{region} at byte {region.Range.Start.Value} overlaps {owner}, which is at byte "
                        + $"{owner.Range.Start.Value} to {owner.Range.End.Value}.");
                    break;
                }
            }
        }

        for (; left > 0; left--)
        {
            _report.Count(CheckSeverity.Corruption);
        }
    }

    private void FindGaps(long slack)
    {
        var end = default(HostOffset);
        foreach (var run in _used.Runs())
        {
            FindGap(end, run.Start, slack);
            end = _padded.GetValueOrDefault(run.End, run.End);
            _report.ImageEnd = run.End;
        }

        FindGap(end, new HostOffset(_store.Length), slack);
    }

    private void FindGap(HostOffset from, HostOffset to, long slack)
    {
        if (to - from >= slack)
        {
            Add(CheckSeverity.Leak, from, $"{to - from} bytes from byte {from.Value} on belong to nothing.");
        }
    }

    private void Add(
        CheckSeverity severity, HostOffset at, [InterpolatedStringHandlerArgument("")] FindingText text)
    {
        if (_report.TakesWords)
        {
            _report.Add(severity, text.Take(), at.Value);
        }
        else
        {
            _report.Count(severity);
        }
    }
}
