namespace FormatKit.Disks.Storage;

/// <summary>Another store, made unwritable.</summary>
/// <param name="inner">The store to read from.</param>
/// <param name="leaveOpen">Whether <paramref name="inner"/> stays open when this store is disposed.</param>
public sealed class ReadOnlyStore(ByteStore inner, bool leaveOpen = false) : ByteStore
{
    private bool _disposed;

    /// <inheritdoc/>
    public override string Name => inner.Name;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override bool CanResize => false;

    /// <inheritdoc/>
    public override long Length => Inner.Length;

    /// <inheritdoc/>
    public override long AllocatedBytes => Inner.AllocatedBytes;

    private ByteStore Inner
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return inner;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer, long offset) => Inner.Read(buffer, offset);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        Inner.ReadAsync(buffer, offset, cancellation);

    /// <inheritdoc/>
    public override StoreRun RunAt(long offset, long limit) => Inner.RunAt(offset, limit);

    /// <inheritdoc/>
    public override long TryCopyTo(long offset, ByteStore target, long targetOffset, long length) =>
        Inner.TryCopyTo(offset, target, targetOffset, length);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer, long offset) => throw Refused(offset);

    /// <inheritdoc/>
    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        cancellation.IsCancellationRequested ? ValueTask.FromCanceled(cancellation) : throw Refused(offset);

    /// <summary>Does nothing: there is nothing of ours to flush.</summary>
    public override void Flush() => _ = Inner;

    /// <inheritdoc cref="Flush"/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        _ = Inner;
        return cancellation.IsCancellationRequested ? ValueTask.FromCanceled(cancellation) : default;
    }

    /// <inheritdoc/>
    public override void SetLength(long length) => throw Refused(length);

    /// <inheritdoc/>
    public override void Zero(long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        throw Refused(offset);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        if (disposing && !leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private NotSupportedException Refused(long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return StoreErrors.ReadOnly(Inner.Name);
    }
}
