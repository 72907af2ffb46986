namespace FormatKit.Disks.Storage;

/// <summary>A store that passes everything on to another one; what differs is overridden.</summary>
/// <param name="inner">The other store.</param>
/// <param name="leaveOpen">Whether it stays open when this one is disposed.</param>
public abstract class StoreDecorator(ByteStore inner, bool leaveOpen) : ByteStore
{
    private bool _disposed;

    /// <inheritdoc/>
    public override string Name => inner.Name;

    /// <inheritdoc/>
    public override bool CanWrite => inner.CanWrite;

    /// <inheritdoc/>
    public override bool CanResize => inner.CanResize;

    /// <inheritdoc/>
    public override long Length => Inner.Length;

    /// <inheritdoc/>
    public override long AllocatedBytes => Inner.AllocatedBytes;

    /// <summary>The other store.</summary>
    /// <exception cref="ObjectDisposedException">This one was disposed.</exception>
    protected ByteStore Inner
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
    public override void Write(ReadOnlySpan<byte> buffer, long offset) => Inner.Write(buffer, offset);

    /// <inheritdoc/>
    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        Inner.WriteAsync(buffer, offset, cancellation);

    /// <inheritdoc/>
    public override void Flush() => Inner.Flush();

    /// <inheritdoc/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default) => Inner.FlushAsync(cancellation);

    /// <inheritdoc/>
    public override void BeginFlush() => Inner.BeginFlush();

    /// <inheritdoc/>
    public override void SetLength(long length) => Inner.SetLength(length);

    /// <inheritdoc/>
    public override void Zero(long offset, long length) => Inner.Zero(offset, length);

    /// <inheritdoc/>
    public override void Punch(long offset, long length) => Inner.Punch(offset, length);

    /// <inheritdoc/>
    public override StoreRun RunAt(long offset, long limit) => Inner.RunAt(offset, limit);

    /// <inheritdoc/>
    public override long TryCopyTo(long offset, ByteStore target, long targetOffset, long length) =>
        Inner.TryCopyTo(offset, target, targetOffset, length);

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
}
