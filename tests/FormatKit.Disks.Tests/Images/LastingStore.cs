using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>
/// A store that is still there when an image over it has been closed, so that it can be looked at and opened again. Its
/// asynchronous members do give the thread back, which memory's own do not.
/// </summary>
internal sealed class LastingStore(ByteStore inner) : StoreDecorator(inner, leaveOpen: true)
{
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        await Task.Yield();
        return await base.ReadAsync(buffer, offset, cancellation);
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        await Task.Yield();
        await base.WriteAsync(buffer, offset, cancellation);
    }

    public override async ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        await Task.Yield();
        await base.FlushAsync(cancellation);
    }
}
