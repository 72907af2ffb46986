namespace FormatKit.Disks.Storage;

/// <summary>A window of fixed size into another store.</summary>
public sealed class SliceStore : ByteStore
{
    private readonly ByteStore _inner;
    private readonly long _start;
    private readonly long _length;
    private readonly bool _leaveOpen;
    private bool _disposed;

    /// <summary>A window of <paramref name="length"/> bytes from byte <paramref name="offset"/> on.</summary>
    /// <param name="inner">The store to look into.</param>
    /// <param name="offset">Byte of <paramref name="inner"/> that is byte 0 of the slice.</param>
    /// <param name="length">Bytes in the slice.</param>
    /// <param name="leaveOpen">Whether <paramref name="inner"/> stays open when the slice is disposed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window does not lie inside the store.</exception>
    public SliceStore(ByteStore inner, long offset, long length, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (!StoreRange.Fits(offset, length, inner.Length))
        {
            throw new ArgumentOutOfRangeException(nameof(length),
                $"{inner.Name}: {length} bytes at byte {offset} end past its {inner.Length} bytes.");
        }

        (_inner, _start, _length, _leaveOpen) = (inner, offset, length, leaveOpen);
    }

    /// <inheritdoc/>
    public override string Name => _inner.Name;

    /// <inheritdoc/>
    public override bool CanWrite => _inner.CanWrite;

    /// <inheritdoc/>
    public override bool CanResize => false;

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _length;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer, long offset) =>
        Length > offset
            ? _inner.Read(buffer[..(int)StoreRange.Clip(offset, buffer.Length, Length)], _start + offset)
            : 0;

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        var count = (int)StoreRange.Clip(offset, buffer.Length, Length);
        return cancellation.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellation)
            : count == 0 ? new ValueTask<int>(0)
            : _inner.ReadAsync(buffer[..count], _start + offset, cancellation);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        CheckWrite(buffer.Length, offset);
        if (!buffer.IsEmpty)
        {
            _inner.Write(buffer, _start + offset);
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

        CheckWrite(buffer.Length, offset);
        return buffer.IsEmpty ? default : _inner.WriteAsync(buffer, _start + offset, cancellation);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _inner.Flush();
    }

    /// <inheritdoc/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _inner.FlushAsync(cancellation);
    }

    /// <inheritdoc/>
    public override void BeginFlush() => _inner.BeginFlush();

    /// <inheritdoc/>
    public override void SetLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ObjectDisposedException.ThrowIf(_disposed, this);
        throw CanWrite ? StoreErrors.FixedSize(Name) : StoreErrors.ReadOnly(Name);
    }

    /// <inheritdoc/>
    public override void Zero(long offset, long length) => ClipTo(_inner.Zero, offset, length);

    /// <inheritdoc/>
    public override void Punch(long offset, long length) => ClipTo(_inner.Punch, offset, length);

    /// <inheritdoc/>
    public override StoreRun RunAt(long offset, long limit)
    {
        limit = StoreRange.Clip(offset, limit, Length);
        return limit == 0 ? default : _inner.RunAt(_start + offset, limit);
    }

    /// <inheritdoc/>
    public override long TryCopyTo(long offset, ByteStore target, long targetOffset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(targetOffset);
        length = StoreRange.Clip(offset, length, Length);
        return length == 0 ? 0 : _inner.TryCopyTo(_start + offset, target, targetOffset, length);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        if (disposing && !_leaveOpen)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void ClipTo(Action<long, long> change, long offset, long length)
    {
        length = StoreRange.Clip(offset, length, Length);
        if (!CanWrite)
        {
            throw StoreErrors.ReadOnly(Name);
        }

        if (length > 0)
        {
            change(_start + offset, length);
        }
    }

    private void CheckWrite(int count, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (count > 0 && CanWrite && !StoreRange.Fits(offset, count, Length))
        {
            throw StoreErrors.PastFixedEnd(Name, offset, count, Length);
        }

        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!CanWrite)
        {
            throw StoreErrors.ReadOnly(Name);
        }
    }
}
