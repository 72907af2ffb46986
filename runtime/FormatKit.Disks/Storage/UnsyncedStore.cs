namespace FormatKit.Disks.Storage;

/// <summary>
/// A store whose flushes do nothing: for a file under construction, which nobody can open before it is whole, so that the
/// order in which its parts become durable does not matter. Whoever makes it visible flushes it first.
/// </summary>
/// <param name="inner">The store under construction.</param>
/// <param name="leaveOpen">Whether it stays open when this one is disposed.</param>
public sealed class UnsyncedStore(ByteStore inner, bool leaveOpen = false) : StoreDecorator(inner, leaveOpen)
{
    /// <summary>Does nothing.</summary>
    public override void Flush() => _ = Inner;

    /// <inheritdoc cref="Flush"/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        _ = Inner;
        return cancellation.IsCancellationRequested ? ValueTask.FromCanceled(cancellation) : default;
    }
}
