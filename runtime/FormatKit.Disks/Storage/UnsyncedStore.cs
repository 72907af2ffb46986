namespace FormatKit.Disks.Storage;

/// <summary>
/// A store whose flushes do nothing: for a file under construction, which nobody can open before it is whole, so that
/// the order in which its parts become durable does not matter. Whoever makes it visible flushes it first.
/// </summary>
/// <param name="inner">The store under construction.</param>
/// <param name="leaveOpen">Whether it stays open when this one is disposed.</param>
/// <param name="writesAhead">Whether it will be flushed in the end: then the host is asked to begin early, so that it
/// writes to the disk while the rest is made.</param>
public sealed class UnsyncedStore(ByteStore inner, bool leaveOpen = false, bool writesAhead = false)
    : StoreDecorator(inner, leaveOpen)
{
    /// <summary>Bytes after which the host is asked to begin: enough for large requests, little against its
    /// memory.</summary>
    private const long AheadBy = 64 << 20;

    private long _written;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        Inner.Write(buffer, offset);
        Wrote(buffer.Length);
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        await Inner.WriteAsync(buffer, offset, cancellation).ConfigureAwait(false);
        Wrote(buffer.Length);
    }

    /// <summary>Does nothing.</summary>
    public override void Flush() => _ = Inner;

    /// <inheritdoc cref="Flush"/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        _ = Inner;
        return cancellation.IsCancellationRequested ? ValueTask.FromCanceled(cancellation) : default;
    }

    private void Wrote(int length)
    {
        if (writesAhead && Interlocked.Add(ref _written, length) is var written
            && written / AheadBy != (written - length) / AheadBy)
        {
            Inner.BeginFlush();
        }
    }
}
