using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>
/// How an operation waits: on the thread or not. Operations are written once over it; with <see cref="SyncIo"/> every
/// task they await has already completed.
/// </summary>
internal interface IIo
{
    static abstract ValueTask<int> Read(
        ByteStore store, Memory<byte> buffer, long offset, CancellationToken cancellation);

    static abstract ValueTask Write(
        ByteStore store, ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation);

    static abstract ValueTask Flush(ByteStore store, CancellationToken cancellation);

    static abstract ValueTask Enter(SemaphoreSlim semaphore, CancellationToken cancellation);
}
