using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>Waits on the thread.</summary>
internal readonly struct SyncIo : IIo
{
    /// <summary>Ends an operation that ran over this: it has completed, and what it threw is thrown.</summary>
    public static void Complete(ValueTask operation)
    {
        if (!operation.IsCompleted)
        {
            throw new InvalidOperationException("A synchronous operation went on in the background.");
        }

        operation.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Complete(ValueTask)"/>
    public static T Complete<T>(ValueTask<T> operation) => operation.IsCompleted
        ? operation.GetAwaiter().GetResult()
        : throw new InvalidOperationException("A synchronous operation went on in the background.");

    public static ValueTask<int> Read(
        ByteStore store, Memory<byte> buffer, long offset, CancellationToken cancellation) =>
        new(store.Read(buffer.Span, offset));

    public static ValueTask Write(
        ByteStore store, ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation)
    {
        store.Write(buffer.Span, offset);
        return default;
    }

    public static ValueTask Flush(ByteStore store, CancellationToken cancellation)
    {
        store.Flush();
        return default;
    }

    public static ValueTask Enter(SemaphoreSlim semaphore, CancellationToken cancellation)
    {
        semaphore.Wait(cancellation);
        return default;
    }
}
