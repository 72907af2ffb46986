namespace FormatKit.Testing.PowerCuts;

/// <summary>
/// What each sector of a disk has held and when, so that any later state of it can be judged: after a loss of power it
/// shows what was flushed last or something that was written since. Costs memory for sectors that were written.
/// </summary>
/// <remarks>Positions are those of the <see cref="PowerCutStore"/> under the disk: how much had been done to it.
/// </remarks>
public sealed class GuestHistory
{
    private const int SectorSize = StoreOperation.SectorSize;

    private readonly byte[] _initial;
    private readonly byte[] _now;
    private readonly SortedDictionary<int, SectorHistory> _written = [];
    private readonly HashSet<int> _unflushed = [];

    /// <summary>A disk that has held this all along, durably.</summary>
    /// <param name="content">All guest bytes, a multiple of 512.</param>
    public GuestHistory(ReadOnlySpan<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(content.Length % SectorSize, 0, nameof(content));
        _initial = content.ToArray();
        _now = content.ToArray();
    }

    /// <summary>The content if all went well.</summary>
    public ReadOnlySpan<byte> Now => _now;

    /// <summary>A write begins.</summary>
    /// <param name="position">How much has been done to the store by now.</param>
    /// <param name="offset">The first guest byte.</param>
    /// <param name="bytes">What is written; zeros for a discard.</param>
    public void BeginWrite(int position, int offset, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_now.AsSpan(offset));
        foreach (var sector in SectorsOf(offset, bytes.Length))
        {
            if (!_written.TryGetValue(sector, out var history))
            {
                history = _written[sector] = new SectorHistory(SectorOf(_initial, sector));
            }

            var start = sector * SectorSize;
            history.Add(
                position, SectorOf(_now, sector),
                Math.Max(offset - start, 0), Math.Min(offset + bytes.Length - start, SectorSize));
            _unflushed.Add(sector);
        }
    }

    /// <summary>The last write of a range has failed: it may have been done or not, also in part and also after a
    /// flush.</summary>
    /// <param name="offset">The first guest byte.</param>
    /// <param name="length">How many bytes.</param>
    public void WriteFailed(int offset, int length)
    {
        foreach (var sector in SectorsOf(offset, length))
        {
            _written[sector].FailWrite();
        }
    }

    /// <summary>A flush has failed: what was written since the last one may have been done or not, for
    /// good.</summary>
    public void FlushFailed()
    {
        foreach (var sector in _unflushed)
        {
            _written[sector].FailFlush();
        }
    }

    /// <summary>A flush has ended: everything that was written is promised.</summary>
    /// <param name="position">How much has been done to the store by now.</param>
    public void Flushed(int position)
    {
        _unflushed.RemoveWhere(sector => _written[sector].TryFlush(position));
    }

    /// <summary>Whether a disk may look like this after a cut: at its earliest moment it can show nothing that had not
    /// begun by then, at its latest it must show all that was promised by then.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="found">All guest bytes.</param>
    /// <returns>What is wrong, or null.</returns>
    public string? Judge(PowerCut cut, ReadOnlySpan<byte> found)
    {
        ArgumentNullException.ThrowIfNull(cut);
        return Judge(cut.Earliest, found) ?? Judge(cut.Latest, found);
    }

    /// <summary>Whether a disk may look like this after a cut at one moment.</summary>
    /// <param name="position">How much had been done to the store; <see cref="int.MaxValue"/> for all, and no
    /// cut.</param>
    /// <param name="found">All guest bytes.</param>
    /// <returns>What is wrong, or null.</returns>
    public string? Judge(int position, ReadOnlySpan<byte> found)
    {
        if (found.Length != _now.Length)
        {
            return $"the disk has {found.Length} bytes instead of {_now.Length}";
        }

        var next = 0;
        foreach (var (sector, history) in _written)
        {
            if (!SameAsInitially(next, sector, found, out var changed))
            {
                return $"sector {changed} was never written and has changed";
            }

            if (!history.Allows(position, SectorOf(found, sector)))
            {
                return $"sector {sector} is neither what was flushed last nor anything that was written since";
            }

            next = sector + 1;
        }

        return SameAsInitially(next, _now.Length / SectorSize, found, out var other)
            ? null
            : $"sector {other} was never written and has changed";
    }

    private bool SameAsInitially(int from, int to, ReadOnlySpan<byte> found, out int changed)
    {
        var length = (to - from) * SectorSize;
        var same = _initial.AsSpan(from * SectorSize, length)
            .CommonPrefixLength(found.Slice(from * SectorSize, length));
        changed = from + (same / SectorSize);
        return same == length;
    }

    private static IEnumerable<int> SectorsOf(int offset, int length)
    {
        for (var sector = offset / SectorSize; sector * SectorSize < offset + length; sector++)
        {
            yield return sector;
        }
    }

    private static ReadOnlySpan<byte> SectorOf(ReadOnlySpan<byte> disk, int sector) =>
        disk.Slice(sector * SectorSize, SectorSize);
}
