namespace FormatKit.Disks.Storage;

/// <summary>
/// Bytes in memory, kept in chunks that exist only once they are written, so that a store of many TiB with little in it
/// costs little.
/// </summary>
public sealed partial class MemoryStore : ByteStore
{
    /// <summary>Bytes in a chunk, the granularity of holes.</summary>
    internal const int ChunkSize = 64 << 10;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, byte[]> _chunks = [];
    private readonly SortedSet<long> _present = []; // the keys of _chunks, in order, to skip holes of any size
    private readonly HashSet<long> _shared = []; // chunks that a clone has too: copied before they change
    private long _length;
    private bool _disposed;

    /// <summary>An empty store.</summary>
    /// <param name="name">What errors call it.</param>
    public MemoryStore(string name = "(memory)") => Name = name;

    /// <summary>A store of <paramref name="length"/> bytes, all of them a hole.</summary>
    /// <param name="length">Bytes.</param>
    /// <param name="name">What errors call it.</param>
    public MemoryStore(long length, string name = "(memory)")
        : this(name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _length = length;
    }

    /// <summary>A store that begins as a copy of <paramref name="content"/>.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="name">What errors call it.</param>
    public MemoryStore(ReadOnlySpan<byte> content, string name = "(memory)")
        : this(name) => Write(content, 0);

    /// <inheritdoc/>
    public override string Name { get; }

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

    /// <summary>Bytes in the chunks that exist.</summary>
    public override long AllocatedBytes
    {
        get
        {
            using var _ = Enter();
            return (long)_chunks.Count * ChunkSize;
        }
    }

    /// <summary>All the bytes.</summary>
    /// <exception cref="InvalidOperationException">There are more than an array can hold.</exception>
    public byte[] ToArray()
    {
        using var _ = Enter();
        if (_length > Array.MaxLength)
        {
            throw new InvalidOperationException($"{Name}: {_length} bytes do not fit into an array.");
        }

        var bytes = new byte[_length];
        ReadLocked(bytes, 0);
        return bytes;
    }

    /// <summary>A store of its own with the same bytes and holes. Costs no memory for chunks that neither
    /// changes.</summary>
    public MemoryStore Clone()
    {
        using var _ = Enter();
        var clone = new MemoryStore(_length, Name);
        foreach (var (index, chunk) in _chunks)
        {
            clone.Add(index, chunk);
            clone._shared.Add(index);
            _shared.Add(index);
        }

        return clone;
    }

    /// <summary>Does nothing: memory is as durable as it gets.</summary>
    public override void Flush()
    {
        using var _ = Enter();
    }

    /// <inheritdoc cref="Flush"/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        Flush();
        return default;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            _disposed = true;
            _chunks.Clear();
            _present.Clear();
        }

        base.Dispose(disposing);
    }

    private Lock.Scope Enter()
    {
        var scope = _lock.EnterScope();
        if (_disposed)
        {
            scope.Dispose();
            ObjectDisposedException.ThrowIf(true, this);
        }

        return scope;
    }

    private byte[] Add(long index, byte[] chunk)
    {
        _chunks.Add(index, chunk);
        _present.Add(index);
        return chunk;
    }

    private byte[] ToBeChanged(long index)
    {
        if (!_chunks.TryGetValue(index, out var chunk))
        {
            return Add(index, new byte[ChunkSize]);
        }

        return _shared.Remove(index) ? _chunks[index] = (byte[])chunk.Clone() : chunk;
    }

    private void Remove(long index)
    {
        _chunks.Remove(index);
        _shared.Remove(index);
        _present.Remove(index);
    }
}
