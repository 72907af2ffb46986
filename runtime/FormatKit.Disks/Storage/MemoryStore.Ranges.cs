namespace FormatKit.Disks.Storage;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public override void SetLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        using var _ = Enter();
        if (length < _length)
        {
            Clear(length, _length - length, removeChunks: true);
        }

        _length = length;
    }

    /// <summary>Clears the chunks the range has; holes stay holes.</summary>
    public override void Zero(long offset, long length)
    {
        using var _ = Enter();
        Clear(offset, StoreRange.Clip(offset, length, _length), removeChunks: false);
    }

    /// <summary>Drops the chunks that lie inside the range, and clears the parts of others.</summary>
    public override void Punch(long offset, long length)
    {
        using var _ = Enter();
        Clear(offset, StoreRange.Clip(offset, length, _length), removeChunks: true);
    }

    /// <inheritdoc/>
    public override StoreRun RunAt(long offset, long limit)
    {
        using var _ = Enter();
        limit = StoreRange.Clip(offset, limit, _length);
        if (limit == 0)
        {
            return default;
        }

        var first = offset / ChunkSize;
        if (!_chunks.ContainsKey(first))
        {
            // Min of an empty view is 0, which a chunk after a missing one cannot be.
            var next = _present.GetViewBetween(first, long.MaxValue).Min;
            var end = next == 0 ? long.MaxValue : next * ChunkSize;
            return new StoreRun(Math.Min(limit, end - offset), IsHole: true);
        }

        var last = first;
        while ((last + 1) * ChunkSize - offset < limit && _chunks.ContainsKey(last + 1))
        {
            last++;
        }

        return new StoreRun(Math.Min(limit, (last + 1) * ChunkSize - offset), IsHole: false);
    }

    private void Clear(long offset, long length, bool removeChunks)
    {
        if (length == 0)
        {
            return;
        }

        var end = offset + length;
        foreach (var index in _present.GetViewBetween(offset / ChunkSize, (end - 1) / ChunkSize).ToArray())
        {
            var from = Math.Max(offset - index * ChunkSize, 0);
            var to = Math.Min(end - index * ChunkSize, ChunkSize);

            // The last chunk counts as inside when the range reaches the end of the store.
            if (removeChunks && from == 0 && (to == ChunkSize || end == _length))
            {
                Remove(index);
            }
            else
            {
                ToBeChanged(index).AsSpan((int)from, (int)(to - from)).Clear();
            }
        }
    }
}
