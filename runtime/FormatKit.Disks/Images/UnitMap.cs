using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// What of a file is used, where nothing is, and which units are the last ones: what is needed to move those to the
/// front. Takes 16 bytes a gap, and 40 for each of the last units.
/// </summary>
internal sealed class UnitMap
{
    private readonly UsedRanges _used = new();
    private readonly PriorityQueue<(long Unit, HostRange Range, long Padding), long> _last = new();
    private readonly long _fileLength;
    private readonly int _most;
    private HostOffset _fixedEnd;
    private HostOffset? _first;

    private UnitMap(long fileLength, int most)
    {
        _fileLength = fileLength;
        _most = most;
    }

    /// <summary>Units that are in the file.</summary>
    public long Units { get; private set; }

    /// <summary>The first byte behind everything that is used, apart from a footer that moves with the end.</summary>
    public HostOffset End { get; private set; }

    /// <summary>Looks over a file.</summary>
    /// <param name="regions">All of its regions; each is looked at once.</param>
    /// <param name="fileLength">Bytes of the file.</param>
    /// <param name="most">How many of the last units are remembered.</param>
    /// <param name="isGone">Units that are to be left out, as if they were not there.</param>
    public static UnitMap Of(IEnumerable<Region> regions, long fileLength, int most, Predicate<long>? isGone = null)
    {
        var map = new UnitMap(fileLength, most);
        foreach (var region in regions)
        {
            if (region.Kind != RegionKind.Block || isGone?.Invoke(region.Index) != true)
            {
                map.Add(region);
            }
        }

        return map;
    }

    /// <summary>Leaves a range alone although nothing uses it.</summary>
    public void Reserve(HostRange range) => _used.Add(range);

    /// <summary>The ranges before <see cref="End"/> that nothing uses, in file order. Not those in front of the first
    /// table or unit: there are headers, also some that nothing points at while they are being changed.</summary>
    public IEnumerable<HostRange> Gaps()
    {
        var end = _first ?? default;
        foreach (var run in _used.Runs())
        {
            if (run.Start > end)
            {
                yield return new HostRange(end, run.Start - end);
            }

            end = run.End > end ? run.End : end;
        }
    }

    /// <summary>
    /// The last units into the first gaps: from the end of the file on, until a unit has no gap before it, or something
    /// that is no unit is behind it, so that moving it would not make the file shorter.
    /// </summary>
    /// <param name="place">What places for units are like.</param>
    public IEnumerable<UnitMove> Moves(UnitPlace place)
    {
        var gaps = new UnitGaps(Gaps(), place);
        foreach (var unit in Last())
        {
            if (unit.Range.Start < _fixedEnd || gaps.Take(unit.Range.Start) is not { } to)
            {
                yield break;
            }

            yield return new UnitMove(unit.Unit, unit.Range, to);
        }
    }

    /// <summary>The first byte behind everything that is used when so many of the last units are somewhere else; the
    /// start of the first of them where units before it were not looked at.</summary>
    /// <param name="moves">Those units.</param>
    /// <param name="place">What places for units are like.</param>
    public HostOffset EndAfter(IReadOnlyCollection<UnitMove> moves, UnitPlace place)
    {
        var unmoved = moves.Count < _last.Count
            ? Last().Skip(moves.Count).Select(unit => unit.Range.End + unit.Padding).First()
            : new HostOffset(moves.Count < Units ? moves.Min(move => move.From.Start.Value) : 0);
        return moves.Select(move => move.To + place.Length).Append(unmoved).Append(_fixedEnd).Max();
    }

    /// <summary>The last units, the very last first.</summary>
    private IEnumerable<(long Unit, HostRange Range, long Padding)> Last() =>
        _last.UnorderedItems.Select(item => item.Element).OrderByDescending(unit => unit.Range.Start.Value);

    private void Add(in Region region)
    {
        if (region.Kind == RegionKind.Footer)
        {
            _used.Add(region.Range);
            return;
        }

        if (region.Range.End.Value > _fileLength)
        {
            return; // what no guest byte depends on: anything else was refused when the image was opened
        }

        _used.Add(region.Range with { Length = region.PaddedEnd - region.Range.Start });
        End = region.PaddedEnd > End ? region.PaddedEnd : End;
        if (region.Kind is RegionKind.Table or RegionKind.Block && region.Range.Start < (_first ?? End))
        {
            _first = region.Range.Start;
        }

        if (region.Kind != RegionKind.Block)
        {
            _fixedEnd = region.PaddedEnd > _fixedEnd ? region.PaddedEnd : _fixedEnd;
            return;
        }

        Units++;
        if (_last.Count < _most)
        {
            _last.Enqueue((region.Index, region.Range, region.Padding), region.Range.Start.Value);
        }
        else
        {
            _last.EnqueueDequeue((region.Index, region.Range, region.Padding), region.Range.Start.Value);
        }
    }
}
