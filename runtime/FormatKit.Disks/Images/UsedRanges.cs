using System.Runtime.InteropServices;

namespace FormatKit.Disks.Images;

/// <summary>
/// The ranges of a file that are in use, and where two of them share bytes. Neighbours are joined, so that a file
/// filled in order takes a few runs, however many blocks it has; at worst it is 16 bytes a block.
/// </summary>
internal sealed class UsedRanges
{
    private const int MergeAfter = 1 << 16;
    private const int MaxContested = 1024;

    private readonly List<HostRange> _contested = [];
    private readonly List<HostRange> _added = [];
    private List<HostRange> _runs = [];
    private List<HostRange> _merged = [];

    /// <summary>How many of the ranges begin inside another one, or where another one begins.</summary>
    public long Overlaps { get; private set; }

    /// <summary>The sum of their lengths: more than the file has when some share bytes for certain.</summary>
    public long Bytes { get; private set; }

    /// <summary>The ranges in file order, neighbours joined.</summary>
    public IReadOnlyList<HostRange> Runs()
    {
        Merge();
        return _runs;
    }

    /// <summary>Where two ranges share bytes, in file order and apart from each other: all such places when there are
    /// few, some of them otherwise.</summary>
    public HostRange[] Contested()
    {
        Merge();
        _contested.Sort(ByStart);
        var places = new List<HostRange>();
        foreach (var place in _contested)
        {
            Append(places, place);
        }

        return [.. places];
    }

    public void Add(HostRange range)
    {
        if (range.Length <= 0)
        {
            return;
        }

        Bytes += range.Length;
        if (_added.Count > 0 && _added[^1].End == range.Start)
        {
            _added[^1] = _added[^1] with { Length = _added[^1].Length + range.Length };
            return;
        }

        _added.Add(range);
        if (_added.Count >= Math.Max(MergeAfter, _runs.Count))
        {
            Merge();
        }
    }

    private static int ByStart(HostRange left, HostRange right) => left.Start.CompareTo(right.Start);

    private static void Append(List<HostRange> runs, HostRange range)
    {
        if (runs.Count == 0 || range.Start > runs[^1].End)
        {
            runs.Add(range);
        }
        else if (range.End > runs[^1].End)
        {
            runs[^1] = runs[^1] with { Length = range.End - runs[^1].Start };
        }
    }

    /// <summary>Brings what was added in order and among the rest. Done now and then, so that the whole costs hardly
    /// more than one sort.</summary>
    private void Merge()
    {
        if (_added.Count == 0)
        {
            return;
        }

        _added.Sort(ByStart);
        var old = CollectionsMarshal.AsSpan(_runs);
        var next = CollectionsMarshal.AsSpan(_added);
        while (old.Length > 0 || next.Length > 0)
        {
            var takesOld = next.Length == 0 || (old.Length > 0 && old[0].Start <= next[0].Start);
            var range = takesOld ? old[0] : next[0];
            old = takesOld ? old[1..] : old;
            next = takesOld ? next : next[1..];
            if (_merged.Count > 0 && range.Start < _merged[^1].End)
            {
                Contest(range, _merged[^1]);
            }

            Append(_merged, range);
        }

        (_runs, _merged) = (_merged, _runs);
        _merged.Clear();
        _added.Clear();
    }

    private void Contest(HostRange range, HostRange run)
    {
        Overlaps++;
        if (_contested.Count < MaxContested)
        {
            var end = range.End < run.End ? range.End : run.End;
            _contested.Add(range with { Length = end - range.Start });
        }
    }
}
