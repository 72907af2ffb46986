using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Operations;

/// <summary>
/// Which units of a disk have to be given up so that all others are inside the file, apart from each other and from what
/// is no unit. As few as possible: of units of one length that share bytes, those that end first are kept.
/// </summary>
internal sealed class RegionGiveUp
{
    /// <summary>Bits of a unit's number in <see cref="_units"/>; above them is its sector.</summary>
    private const int IndexBits = 24;
    private const int SectorSize = 512;

    private readonly List<ulong> _units = [];
    private readonly List<HostRange> _others = [];
    private readonly List<long> _givenUp = [];
    private readonly SortedSet<long> _doubtful = [];
    private readonly IImageDriver _driver;

    private RegionGiveUp(IImageDriver driver) => _driver = driver;

    /// <summary>The numbers of the units to give up, in order.</summary>
    public IReadOnlyList<long> GivenUp => _givenUp;

    /// <param name="store">The file.</param>
    /// <param name="opened">The disk, with everything that can be done without left out of its regions.</param>
    /// <param name="repairs">What the format says of it.</param>
    public static RegionGiveUp Of(ByteStore store, OpenedDriver opened, RegionRepairs repairs)
    {
        var found = new RegionGiveUp(opened.Driver);
        long length = 0;
        foreach (var region in opened.Driver.Regions(new ScannedTables(store, new TableMends(opened.Mends))))
        {
            if (region.Kind == RegionKind.Block)
            {
                length = Math.Max(length, region.Range.Length);
                found._units.Add(
                    ((ulong)(region.Range.Start.Value / SectorSize) << IndexBits) | (ulong)region.Index);
            }
            else if (!region.IsOptional)
            {
                found._others.Add(region.Range);
            }
        }

        found._units.Sort();
        found._others.Sort((left, right) => left.Start.CompareTo(right.Start));
        found.Choose(store.Length, length, repairs);
        found._givenUp.Sort();
        return found;
    }

    /// <summary>What is lost, in guest order, neighbours together.</summary>
    public IEnumerable<RepairLoss> Losses(string readsAs)
    {
        const string Doubt = "what is there now, which may be another block's";
        var all = _givenUp.Select(unit => (Unit: unit, ReadsAs: readsAs))
            .Concat(_doubtful.Select(unit => (Unit: unit, ReadsAs: Doubt)))
            .OrderBy(one => one.Unit);
        var last = default(RepairLoss);
        foreach (var (unit, words) in all)
        {
            var start = unit * _driver.AllocationUnit;
            var length = Math.Min(_driver.AllocationUnit, _driver.GuestLength - start);
            if (last is not null && last.Offset + last.Length == start && last.ReadsAs == words)
            {
                last = last with { Length = last.Length + length };
                continue;
            }

            if (last is not null)
            {
                yield return last;
            }

            last = new RepairLoss(start, length, words);
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    /// <summary>One pass over the units in file order.</summary>
    private void Choose(long fileLength, long unitLength, RegionRepairs repairs)
    {
        var kept = (End: long.MinValue, Unit: -1L);
        var lostEnd = long.MinValue;
        foreach (var key in _units)
        {
            var unit = (long)(key & ((1UL << IndexBits) - 1));
            var start = (long)(key >> IndexBits) * SectorSize;
            var end = start + unitLength - CutShort(unit, unitLength);
            var isInside = end <= fileLength || (repairs.Lead is { } lead && start + lead <= fileLength);
            if (!isInside || IsElsewhere(start, end))
            {
                _givenUp.Add(unit);
            }
            else if (start < kept.End)
            {
                _givenUp.Add(unit);
                _doubtful.Add(kept.Unit);
                lostEnd = Math.Max(lostEnd, end);
            }
            else
            {
                if (start < lostEnd)
                {
                    _doubtful.Add(unit);
                }

                kept = (end, unit);
            }
        }
    }

    /// <summary>What the last unit of the disk is shorter by.</summary>
    private long CutShort(long unit, long unitLength)
    {
        var rest = _driver.GuestLength - (unit * _driver.AllocationUnit);
        return Math.Min(unitLength, Math.Max(0, _driver.AllocationUnit - rest));
    }

    private bool IsElsewhere(long start, long end) =>
        _others.Exists(other => start < other.End.Value && other.Start.Value < end);
}
