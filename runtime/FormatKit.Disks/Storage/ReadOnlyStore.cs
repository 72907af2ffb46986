namespace FormatKit.Disks.Storage;

/// <summary>Another store, made unwritable.</summary>
/// <param name="inner">The store to read from.</param>
/// <param name="leaveOpen">Whether <paramref name="inner"/> stays open when this store is disposed.</param>
public sealed class ReadOnlyStore(ByteStore inner, bool leaveOpen = false) : StoreDecorator(inner, leaveOpen)
{
    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override bool CanResize => false;

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
    public override void Punch(long offset, long length) => Zero(offset, length);

    private NotSupportedException Refused(long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return StoreErrors.ReadOnly(Inner.Name);
    }
}
