using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// The free space of an image file: what was freed, then what lies behind everything that is used, up to the limit that
/// the last growth set. Used under the metadata lock.
/// </summary>
internal sealed class HostSpace : IHostSpace
{
    private readonly List<HostRange> _free = [];
    private readonly List<HostRange> _written = [];
    private bool _hasForgotten;

    /// <summary>Space behind <paramref name="end"/>.</summary>
    /// <param name="end">The largest end of anything that is used, apart from a footer that moves with the end.</param>
    /// <param name="limit">Where space ends that may be used without growing the file.</param>
    /// <param name="length">The length of the file: nothing is known of its bytes behind
    /// <paramref name="end"/>.</param>
    public HostSpace(HostOffset end, HostOffset limit, long length)
    {
        End = end;
        Limit = limit;
        MarkWritten(new HostRange(end, length - end.Value));
    }

    /// <summary>The first byte behind everything that is used.</summary>
    public HostOffset End { get; private set; }

    /// <summary>The first byte that may not be used before the file has grown.</summary>
    public HostOffset Limit { get; private set; }

    /// <summary>The end that the last allocation without success would have needed.</summary>
    public HostOffset Wanted { get; private set; }

    /// <summary>Whether some space was given back: then less may be used than <see cref="End"/> says.</summary>
    public bool HasFree => _hasForgotten || _free.Count > 0;

    /// <summary>Bytes behind the end that are not known to be zero.</summary>
    public void MarkWritten(HostRange range)
    {
        if (range.Length > 0)
        {
            _written.Add(range);
        }
    }

    /// <summary>The file has grown, or shrunk.</summary>
    public void MoveLimit(HostOffset limit) => Limit = limit;

    /// <summary>Gives space back that nothing points at and no operation uses; its bytes are taken for
    /// unknown.</summary>
    public void Free(HostRange range) => _free.Add(range);

    /// <summary>Keeps what was given back from being used, because units are moved there. It is not lost: whoever opens
    /// the image next sees that nothing is there.</summary>
    public void Forget()
    {
        _hasForgotten |= _free.Count > 0;
        _free.Clear();
    }

    /// <summary>The file is about to end behind what is used, and there is a new end of that.</summary>
    public void Cut(HostOffset end)
    {
        (End, Limit) = (end, end);
        _free.RemoveAll(free => free.End > end);
        _written.Clear();
        _hasForgotten = false;
    }

    /// <summary>Takes back what a plan was given that is not carried out. Nothing was written there, and what lay
    /// behind the end lies there again: freed, it would have to be cleared for whoever takes it next.</summary>
    public void Undo(WritePlan plan)
    {
        for (var index = plan.Allocated.Count - 1; index >= 0; index--)
        {
            var range = plan.Allocated[index];
            if (range.End == End)
            {
                End = range.Start;
            }
            else
            {
                Free(range);
            }
        }

        foreach (var clear in plan.Clear)
        {
            if (clear.Start >= End
                && !_written.Exists(written => written.Start <= clear.Start && written.End >= clear.End))
            {
                MarkWritten(clear);
            }
        }
    }

    public bool TryAllocate(long length, int alignment, int lead, WritePlan plan, out HostOffset at)
    {
        if (_free.FindLastIndex(free => free.Length >= length) is var index and >= 0)
        {
            at = _free[index].Start;
            if (_free[index].Length == length)
            {
                _free.RemoveAt(index);
            }
            else
            {
                _free[index] = new HostRange(at + length, _free[index].Length - length);
            }

            plan.Clear.Add(new HostRange(at, length));
            plan.Allocated.Add(new HostRange(at, length));
            return true;
        }

        at = new HostOffset(((End.Value + lead + alignment - 1) / alignment * alignment) - lead);
        if (at + length > Limit)
        {
            Wanted = at + length;
            return false;
        }

        var range = new HostRange(at, length);
        End = range.End;
        plan.Allocated.Add(range);
        TakeWritten(range, plan.Clear);
        return true;
    }

    private void TakeWritten(HostRange range, List<HostRange> into)
    {
        foreach (var written in _written)
        {
            if (written.Overlaps(range))
            {
                var start = Math.Max(written.Start.Value, range.Start.Value);
                var end = Math.Min(written.End.Value, range.End.Value);
                into.Add(new HostRange(new HostOffset(start), end - start));
            }
        }

        _written.RemoveAll(written => written.End <= range.End);
    }
}
