namespace FormatKit.Disks.Storage;

/// <summary>
/// What another store would be if it were changed: changes stay in memory, and the other store is only read. It takes as
/// much memory as was written, in chunks.
/// </summary>
public sealed class OverlayStore : StoreDecorator
{
    private const int ChunkSize = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, byte[]> _chunks = [];
    private readonly SortedSet<long> _present = []; // the keys of _chunks, in order
    private long _length;
    private long _kept; // bytes of the other store that are still seen where nothing was written

    /// <param name="inner">The other store.</param>
    /// <param name="leaveOpen">Whether it stays open when this one is disposed.</param>
    public OverlayStore(ByteStore inner, bool leaveOpen = false)
        : base(inner, leaveOpen)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _length = _kept = inner.Length;
    }

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override bool CanResize => true;

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            using var _ = Enter();
            return _length;
        }
    }

    /// <summary>Bytes in the chunks that were written.</summary>
    public override long AllocatedBytes
    {
        get
        {
            using var _ = Enter();
            return (long)_chunks.Count * ChunkSize;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer, long offset)
    {
        using var _ = Enter();
        var length = (int)StoreRange.Clip(offset, buffer.Length, _length);
        ReadBelow(buffer[..length], offset);
        foreach (var index in Present(offset, length))
        {
            var from = Math.Max(offset, index * ChunkSize);
            var to = Math.Min(offset + length, (index + 1) * ChunkSize);
            _chunks[index].AsSpan((int)(from - (index * ChunkSize)), (int)(to - from))
                .CopyTo(buffer[(int)(from - offset)..]);
        }

        return length;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        cancellation.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellation)
            : ValueTask.FromResult(Read(buffer.Span, offset));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        using var _ = Enter();
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (buffer.Length == 0)
        {
            return;
        }

        if (offset > long.MaxValue - buffer.Length)
        {
            throw StoreErrors.TooLong(Name, offset, buffer.Length);
        }

        for (var at = 0; at < buffer.Length;)
        {
            var index = (offset + at) / ChunkSize;
            var start = (int)(offset + at - (index * ChunkSize));
            var count = Math.Min(ChunkSize - start, buffer.Length - at);
            buffer.Slice(at, count).CopyTo(ToBeChanged(index).AsSpan(start));
            at += count;
        }

        _length = Math.Max(_length, offset + buffer.Length);
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        Write(buffer.Span, offset);
        return default;
    }

    /// <summary>Does nothing.</summary>
    public override void Flush() => _ = Inner;

    /// <inheritdoc cref="Flush"/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        _ = Inner;
        return cancellation.IsCancellationRequested ? ValueTask.FromCanceled(cancellation) : default;
    }

    /// <inheritdoc cref="Flush"/>
    public override void BeginFlush() => _ = Inner;

    /// <inheritdoc/>
    public override void SetLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        using var _ = Enter();
        if (length < _length)
        {
            foreach (var index in Present(length, _length - length).ToArray())
            {
                var from = Math.Max(0, length - (index * ChunkSize));
                if (from > 0)
                {
                    _chunks[index].AsSpan((int)from).Clear();
                }
                else
                {
                    _chunks.Remove(index);
                    _present.Remove(index);
                }
            }
        }

        _kept = Math.Min(_kept, length);
        _length = length;
    }

    /// <inheritdoc/>
    public override void Zero(long offset, long length)
    {
        using var _ = Enter();
        var end = offset + StoreRange.Clip(offset, length, _length);
        for (var at = offset; at < end;)
        {
            var index = at / ChunkSize;
            var start = (int)(at - (index * ChunkSize));
            var count = (int)Math.Min(ChunkSize - start, end - at);
            ToBeChanged(index).AsSpan(start, count).Clear();
            at += count;
        }
    }

    /// <inheritdoc/>
    public override void Punch(long offset, long length) => Zero(offset, length);

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
        if (_chunks.ContainsKey(first))
        {
            return new StoreRun(Math.Min(limit, ((first + 1) * ChunkSize) - offset), IsHole: false);
        }

        // Min of an empty view is 0, which a chunk behind a missing one cannot be.
        var next = _present.GetViewBetween(first, long.MaxValue).Min;
        limit = next == 0 ? limit : Math.Min(limit, (next * ChunkSize) - offset);
        return offset >= _kept
            ? new StoreRun(limit, IsHole: true)
            : Inner.RunAt(offset, Math.Min(limit, _kept - offset));
    }

    /// <summary>Copies nothing: the other store does not know what was changed.</summary>
    public override long TryCopyTo(long offset, ByteStore target, long targetOffset, long length)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(targetOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return 0;
    }

    private Lock.Scope Enter()
    {
        _ = Inner;
        return _lock.EnterScope();
    }

    private SortedSet<long> Present(long offset, long length) => length <= 0
        ? []
        : _present.GetViewBetween(offset / ChunkSize, (offset + length - 1) / ChunkSize);

    private void ReadBelow(Span<byte> buffer, long offset)
    {
        var length = (int)StoreRange.Clip(offset, buffer.Length, _kept);
        var read = length > 0 ? Inner.Read(buffer[..length], offset) : 0;
        buffer[read..].Clear();
    }

    private byte[] ToBeChanged(long index)
    {
        if (!_chunks.TryGetValue(index, out var chunk))
        {
            chunk = new byte[ChunkSize];
            ReadBelow(chunk, index * ChunkSize);
            _chunks[index] = chunk;
            _present.Add(index);
        }

        return chunk;
    }
}
