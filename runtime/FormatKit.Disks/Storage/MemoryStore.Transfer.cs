namespace FormatKit.Disks.Storage;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        using var _ = Enter();
        return ReadLocked(buffer, offset);
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        cancellation.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellation)
            : new ValueTask<int>(Read(buffer.Span, offset));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        using var _ = Enter();
        if (buffer.IsEmpty)
        {
            return;
        }

        if (!StoreRange.Fits(offset, buffer.Length, long.MaxValue))
        {
            throw StoreErrors.TooLong(Name, offset, buffer.Length);
        }

        _length = Math.Max(_length, offset + buffer.Length);
        while (!buffer.IsEmpty)
        {
            var (index, start) = Math.DivRem(offset, ChunkSize);
            var count = (int)Math.Min(buffer.Length, ChunkSize - start);
            buffer[..count].CopyTo(ToBeChanged(index).AsSpan((int)start));
            buffer = buffer[count..];
            offset += count;
        }
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

    private int ReadLocked(Span<byte> buffer, long offset)
    {
        var length = (int)StoreRange.Clip(offset, buffer.Length, _length);
        buffer = buffer[..length];
        while (!buffer.IsEmpty)
        {
            var (index, start) = Math.DivRem(offset, ChunkSize);
            var count = (int)Math.Min(buffer.Length, ChunkSize - start);
            if (_chunks.TryGetValue(index, out var chunk))
            {
                chunk.AsSpan((int)start, count).CopyTo(buffer);
            }
            else
            {
                buffer[..count].Clear();
            }

            buffer = buffer[count..];
            offset += count;
        }

        return length;
    }
}
