namespace FormatKit.Disks.Images;

/// <summary>
/// Space that was freed but may not be used again yet: the edits that free it are not durable, or an operation that
/// began before them may still read or write there. Used under the metadata lock.
/// </summary>
internal sealed class Quarantine
{
    private UsedRanges _pending = new();
    private readonly Queue<(long Epoch, IReadOnlyList<HostRange> Ranges)> _durable = new();

    /// <summary>Space whose freeing was made visible.</summary>
    public void Add(List<HostRange> freed) => freed.ForEach(_pending.Add);

    /// <summary>What the flush that begins now will make durable, neighbours joined.</summary>
    public IReadOnlyList<HostRange> TakePending()
    {
        var pending = _pending.Runs();
        _pending = new UsedRanges();
        return pending;
    }

    /// <summary>The flush is durable; operations of epochs up to <paramref name="epoch"/> may still be under
    /// way.</summary>
    public void Settle(IReadOnlyList<HostRange> flushed, long epoch)
    {
        if (flushed.Count > 0)
        {
            _durable.Enqueue((epoch, flushed));
        }
    }

    /// <summary>All that may not be used yet.</summary>
    public IEnumerable<HostRange> Held() => _durable.SelectMany(entry => entry.Ranges).Concat(_pending.Runs());

    /// <summary>What no operation can use any more, when the oldest epoch under way is
    /// <paramref name="oldest"/>.</summary>
    public IEnumerable<HostRange> Release(long oldest)
    {
        while (_durable.TryPeek(out var entry) && entry.Epoch < oldest)
        {
            foreach (var range in _durable.Dequeue().Ranges)
            {
                yield return range;
            }
        }
    }
}
