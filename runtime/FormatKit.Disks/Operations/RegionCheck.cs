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
    private readonly RegionRepairs _repairs;
    private readonly Repair? _giveUp;
    private HostOffset? _footer;
    private HostOffset _lastEmpty;
    private long _surveyed;

    private RegionCheck(ByteStore store, OpenedDriver opened, CheckReport report, RegionRepairs repairs)
    {
        _store = store;
        _driver = opened.Driver;
        _mends = new TableMends(opened.Mends);
        _report = report;
        _repairs = repairs;
        _giveUp = GiveUp(opened);
    }

    /// <param name="store">The file.</param>
    /// <param name="opened">Its driver: the one of <see cref="Choose"/>, or the first one when there is none.</param>
    /// <param name="slack">Bytes between two regions that are alignment, not a leak.</param>
    /// <param name="report">Where findings go.</param>
    /// <param name="repairs">What the format can do about them.</param>
    public static void Run(
        ByteStore store, OpenedDriver opened, long slack, CheckReport report, RegionRepairs? repairs = null)
    {
        report.Examined("allocation tables: every entry inside the file");
        report.Examined("regions of the file: no two in one place, none twice");
        report.Examined("space that belongs to nothing");
        var (units, rest) = Math.DivRem(opened.Driver.GuestLength, opened.Driver.AllocationUnit);
        report.TotalUnits = units + (rest == 0 ? 0 : 1);
        var check = new RegionCheck(store, opened, report, repairs ?? new RegionRepairs());
        check.Survey();
        check.FindOverlaps();
        check.FindGaps(slack);
    }

    /// <summary>The driver that an image opens with; null when it does not open. Then the damage that the first one has
    /// is to be told.</summary>
    public static DriverChoice? Choose(ByteStore store, OpenedDriver opened)
    {
        try
        {
            return DriverChoice.Of(store, opened);
        }
        catch (ImageException)
        {
            return null;
        }
    }

    /// <summary>Whether a finding is still kept in words.</summary>
    public bool TakesWords => _report.TakesWords;

    private IEnumerable<Region> Regions() => _driver.Regions(new ScannedTables(_store, _mends));

    private void Survey()
    {
        var fileLength = _store.Length;
        foreach (var used in _repairs.AlsoUsed)
        {
            _used.Add(used);
        }

        foreach (var region in Regions())
        {
            _surveyed++;
            if (region.Kind == RegionKind.Unreachable)
            {
                continue; // for the format to judge
            }

            if (region.Kind == RegionKind.Footer)
            {
                _footer = region.Range.Start;
            }

            if (region.Kind == RegionKind.Block)
            {
                _report.AllocatedUnits++;
            }

            if (region.Range.End.Value > fileLength)
            {
                Add(CheckSeverity.Corruption, region.SaidAt,
                    $"{region} is said to be at byte {region.Range.Start.Value} to {region.Range.End.Value}, but the "
                    + $"file has {fileLength} bytes.", RepairOutside(region, fileLength));
                continue;
            }

            _used.Add(region.Range);
            if (region.Range.Length == 0 && region.Range.Start > _lastEmpty)
            {
                _lastEmpty = region.Range.Start; // uses nothing, but must not come to lie behind the end of the file
            }

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

    private Repair? RepairOutside(in Region region, long fileLength) =>
        region.Kind != RegionKind.Block ? null
        : _repairs.Lead is { } lead && region.Range.Start.Value + lead <= fileLength ? _repairs.Extend?.Invoke(region)
        : _giveUp;

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
                        + $"{owner.Range.Start.Value} to {owner.Range.End.Value}.",
                        MustGiveUp(region, owner) ? _giveUp : null);
                    break;
                }
            }
        }

        if (left > 0)
        {
            _report.Add(_giveUp); // who shares bytes is not told any more, but most will be units
        }

        for (; left > 0; left--)
        {
            _report.Count(CheckSeverity.Corruption);
        }
    }

    /// <summary>What is optional gives way by itself.</summary>
    private static bool MustGiveUp(in Region one, in Region other) =>
        !one.IsOptional && !other.IsOptional && (one.Kind == RegionKind.Block || other.Kind == RegionKind.Block);

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
        if (from < _lastEmpty && _lastEmpty < to)
        {
            FindGap(from, _lastEmpty, slack);
            from = _lastEmpty;
        }

        if (to - from >= slack)
        {
            var isEnd = to == (_footer ?? new HostOffset(_store.Length));
            Add(CheckSeverity.Leak, from, $"{to - from} bytes from byte {from.Value} on belong to nothing.",
                isEnd && _repairs.CutsEnd && _report.CountOf(CheckSeverity.Corruption) == 0 ? CutEnd(from, to) : null);
        }
    }

    /// <summary>A new end in front of what belongs to nothing, durable before the old one goes.</summary>
    private Repair? CutEnd(HostOffset end, HostOffset to)
    {
        if (_store is { CanWrite: true, CanResize: false })
        {
            return null;
        }

        var writes = _driver.PlanGrowth(end);
        var length = writes.Select(write => write.Range.End.Value).Append(end.Value).Max();
        return new Repair(
            $"What belongs to nothing from byte {end.Value} on is cut off: the file gets {length} bytes instead of "
            + $"{_store.Length}.",
            [
                new ChangeStep($"the new end, in front of byte {to.Value}", writes),
                new ChangeStep("the rest is cut off", []) { Length = length },
            ]);
    }

    /// <summary>What nothing can be right about is given up, when the disk is without what it can be without. Found
    /// when it is asked for: a check of a large disk does without it.</summary>
    private Repair? GiveUp(OpenedDriver opened)
    {
        if (_repairs.GiveUp is not { } giveUp)
        {
            return null;
        }

        while (opened.Otherwise?.Invoke() is { } otherwise)
        {
            opened = otherwise;
        }

        var found = new Lazy<RegionGiveUp>(() => RegionGiveUp.Of(_store, opened, _repairs));
        return new Repair(
            "The table's entries that lead out of the file, into structures, or where another block is are taken out "
            + "of it.", Steps())
        {
            LosesData = true,
            Losses = Losses(),
        };

        IEnumerable<ChangeStep> Steps()
        {
            yield return new ChangeStep("entries are taken out", giveUp(found.Value.GivenUp));
        }

        IEnumerable<RepairLoss> Losses()
        {
            foreach (var loss in found.Value.Losses(_repairs.ReadsAs))
            {
                yield return loss;
            }
        }
    }

    private void Add(
        CheckSeverity severity, HostOffset at, [InterpolatedStringHandlerArgument("")] FindingText text,
        Repair? repair = null)
    {
        if (_report.TakesWords)
        {
            _report.Add(severity, text.Take(), at.Value, repair);
        }
        else
        {
            _report.Count(severity);
            _report.Add(repair);
        }
    }
}
