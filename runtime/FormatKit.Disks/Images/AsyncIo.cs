using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>Gives the thread back while it waits.</summary>
internal readonly struct AsyncIo : IIo
{
    public static ValueTask<int> Read(
        ByteStore store, Memory<byte> buffer, long offset, CancellationToken cancellation) =>
        store.ReadAsync(buffer, offset, cancellation);

    public static ValueTask Write(
        ByteStore store, ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation) =>
        store.WriteAsync(buffer, offset, cancellation);

    public static ValueTask Flush(ByteStore store, CancellationToken cancellation) => store.FlushAsync(cancellation);

    public static ValueTask Enter(SemaphoreSlim semaphore, CancellationToken cancellation) =>
        new(semaphore.WaitAsync(cancellation));
}
