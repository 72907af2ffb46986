using System.Collections;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Operations;

/// <summary>
/// The regions of an image in file order. A disk may have a million blocks, so of a block only its start and number are
/// kept; the rest follows from the first block, and blocks that differ from it are kept whole.
/// </summary>
internal sealed class RegionIndex : IEnumerable<Region>
{
    private readonly long[] _starts;
    private readonly int[] _numbers;
    private readonly Region[] _others;
    private readonly Dictionary<int, Region> _odd = [];
    private readonly Region _pattern;
    private readonly long _saidAtFirst;

    private RegionIndex(IEnumerable<Region> regions, int blocks)
    {
        _starts = new long[blocks];
        _numbers = new int[blocks];
        var others = new List<Region>();
        var count = 0;
        foreach (var region in regions)
        {
            if (region.Kind != RegionKind.Block)
            {
                others.Add(region);
                continue;
            }

            if (count == 0)
            {
                _pattern = region;
                _saidAtFirst = region.SaidAt.Value;
            }

            _starts[count] = region.Range.Start.Value;
            _numbers[count] = (int)region.Index;
            if (!FollowsPattern(region))
            {
                _odd[_numbers[count]] = region;
            }

            count++;
        }

        if (!IsSorted(_starts))
        {
            Array.Sort(_starts, _numbers);
        }

        _others = [.. others.OrderBy(region => region.Range.Start)];
    }

    /// <summary>How many blocks there are.</summary>
    public int Blocks => _starts.Length;

    public static RegionIndex Of(IImageDriver driver, ByteStore store)
    {
        var blocks = driver.Regions(new ScannedTables(store)).Count(region => region.Kind == RegionKind.Block);
        return new RegionIndex(driver.Regions(new ScannedTables(store)), blocks);
    }

    public IEnumerator<Region> GetEnumerator()
    {
        var other = 0;
        for (var block = 0; block < _starts.Length; block++)
        {
            while (other < _others.Length && _others[other].Range.Start.Value <= _starts[block])
            {
                yield return _others[other++];
            }

            yield return BlockAt(block);
        }

        while (other < _others.Length)
        {
            yield return _others[other++];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disks filled in order have their blocks in order, and sorting is most of a check's time.</summary>
    private static bool IsSorted(ReadOnlySpan<long> starts)
    {
        for (var at = 1; at < starts.Length; at++)
        {
            if (starts[at] < starts[at - 1])
            {
                return false;
            }
        }

        return true;
    }

    private bool FollowsPattern(in Region region) =>
        region.Range.Length == _pattern.Range.Length && region.SaidAt == SaidAt((int)region.Index);

    private Region BlockAt(int position)
    {
        var number = _numbers[position];
        return _odd.Count > 0 && _odd.TryGetValue(number, out var odd) ? odd : _pattern with
        {
            Range = new HostRange(new(_starts[position]), _pattern.Range.Length),
            SaidAt = SaidAt(number),
            Index = number,
        };
    }

    /// <summary>Table entries of four bytes follow each other; blocks whose entries do not are kept whole.</summary>
    private Formats.HostOffset SaidAt(int number) => new(_saidAtFirst + ((number - _pattern.Index) * sizeof(uint)));
}
