using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// Walks over all regions of an image: the end of what is used, and whether each lies inside the file and apart from
/// the others. Memory: 8 bytes a block. An image in which two blocks share bytes is refused even for reading, because
/// at least one of them reads as something that its guest never wrote.
/// </summary>
internal sealed class RegionSurvey
{
    private readonly ByteStore _store;
    private readonly IImageDriver _driver;
    private readonly List<long> _blockStarts = [];
    private readonly List<Region> _others = [];
    private long _blockLength;
    private bool _isSorted = true;

    private RegionSurvey(ByteStore store, IImageDriver driver)
    {
        _store = store;
        _driver = driver;
    }

    /// <summary>The first byte behind everything but the footer.</summary>
    public HostOffset End { get; private set; }

    /// <summary>Where the footer is.</summary>
    public HostOffset? FooterStart { get; private set; }

    /// <exception cref="ImageException">A region is outside the file or overlaps another.</exception>
    public static RegionSurvey Of(ByteStore store, IImageDriver driver)
    {
        var survey = new RegionSurvey(store, driver);
        var length = store.Length;
        foreach (var region in survey.Walk())
        {
            survey.Add(region, length);
        }

        survey.RefuseOverlaps();
        return survey;
    }

    /// <summary>What no guest byte depends on: damage there is for a check to find, not a reason to keep the disk from
    /// its owner. Nothing is ever written to it.</summary>
    private static bool IsOptional(in Region region) =>
        region.Kind is RegionKind.AuxiliaryTable or RegionKind.ParentName;

    private IEnumerable<Region> Walk() => _driver.Regions(new ScannedTables(_store));

    private void Add(in Region region, long fileLength)
    {
        if (region.Range.End.Value > fileLength)
        {
            if (IsOptional(region))
            {
                return;
            }

            throw ImageException.ForValue(
                _store.Name, region.SaidAt.Value, $"the place of {region}",
                $"byte {region.Range.Start.Value} to {region.Range.End.Value}",
                $"a place inside the file of {fileLength} bytes", "the file was truncated or its tables are damaged");
        }

        if (region.Kind == RegionKind.Footer)
        {
            FooterStart = region.Range.Start;
        }
        else if (region.PaddedEnd > End)
        {
            End = region.PaddedEnd;
        }

        if (region.Kind != RegionKind.Block)
        {
            // An optional one may claim the place of every block, and looking for each would take for ever.
            if (!IsOptional(region))
            {
                _others.Add(region);
            }

            return;
        }

        if (_blockStarts.Count == 0)
        {
            // All blocks are kept in one list, which would otherwise double up to twice its size.
            var units = (_driver.GuestLength / _driver.AllocationUnit) + 1;
            _blockStarts.EnsureCapacity((int)Math.Min(units, (fileLength / region.Range.Length) + 2));
        }

        _isSorted &= _blockStarts.Count == 0 || _blockStarts[^1] <= region.Range.Start.Value;
        _blockStarts.Add(region.Range.Start.Value);
        _blockLength = Math.Max(_blockLength, region.Range.Length);
        if (_blockStarts.Count > (fileLength / region.Range.Length) + 1)
        {
            // More blocks than the file has room for: two must overlap, and there is no need to keep more of them.
            RefuseOverlaps();
        }
    }

    private void RefuseOverlaps()
    {
        if (!_isSorted)
        {
            _blockStarts.Sort();
        }

        for (var index = 1; index < _blockStarts.Count; index++)
        {
            if (_blockStarts[index] < _blockStarts[index - 1] + _blockLength)
            {
                RefuseIfOverlapping(new HostRange(new HostOffset(_blockStarts[index - 1]), _blockLength));
            }
        }

        foreach (var other in _others)
        {
            var at = _blockStarts.BinarySearch(other.Range.Start.Value);
            for (var index = Math.Max(0, (at < 0 ? ~at : at) - 1); index < _blockStarts.Count; index++)
            {
                if (_blockStarts[index] >= other.Range.End.Value)
                {
                    break;
                }

                if (_blockStarts[index] + _blockLength > other.Range.Start.Value)
                {
                    RefuseIfOverlapping(new HostRange(new HostOffset(_blockStarts[index]), _blockLength));
                }
            }
        }

        for (var index = 0; index < _others.Count; index++)
        {
            for (var next = index + 1; next < _others.Count; next++)
            {
                Refuse(_others[index], _others[next]);
            }
        }
    }

    /// <summary>Looks through all regions again for the two that share bytes in a place where two might: the walk keeps
    /// no names, and the last block may be shorter than the rest.</summary>
    private void RefuseIfOverlapping(HostRange place)
    {
        var seen = new List<Region>();
        foreach (var region in Walk())
        {
            if (region.Range.Overlaps(place))
            {
                seen.ForEach(earlier => Refuse(earlier, region));
                seen.Add(region);
            }
        }
    }

    private void Refuse(in Region one, in Region other)
    {
        if (one.Range.Overlaps(other.Range) && !IsOptional(one) && !IsOptional(other))
        {
            throw ImageException.ForValue(
                _store.Name, other.SaidAt.Value, $"the place of {other}",
                $"byte {other.Range.Start.Value} to {other.Range.End.Value}",
                $"a place apart from {one} at byte {one.Range.Start.Value} to {one.Range.End.Value}",
                "see what is damaged with 'fkit check'");
        }
    }
}
