using FormatKit.Disks.Images;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>Which of the blocks behind the end of a disk can be what their entries say: inside the file, where nothing
/// else is.</summary>
/// <param name="used">What the disk uses, in file order.</param>
/// <param name="fileLength">Bytes of the file.</param>
internal sealed class VhdSpareBlocks(HostRange[] used, long fileLength)
{
    private readonly SortedSet<HostRange> _taken = new(
        Comparer<HostRange>.Create((left, right) => left.Start.CompareTo(right.Start)));

    /// <summary>The blocks that can be, in file order.</summary>
    public IReadOnlyList<HostRange> Taken => [.. _taken];

    /// <summary>Takes the place of a block, unless it cannot be there.</summary>
    public bool TryTake(HostRange range)
    {
        if (range.End.Value > fileLength || IsUsed(range))
        {
            return false;
        }

        // Blocks of one length: only those that begin less than that before or behind it share bytes.
        var near = _taken.GetViewBetween(
            range with { Start = range.Start + (1 - Math.Min(range.Length, range.Start.Value + 1)) },
            range with { Start = range.End + -1 });
        return near.Count == 0 && _taken.Add(range);
    }

    private bool IsUsed(HostRange range)
    {
        var at = HostRange.FirstEndingBehind(used, range.Start);
        return at < used.Length && used[at].Start < range.End;
    }
}
