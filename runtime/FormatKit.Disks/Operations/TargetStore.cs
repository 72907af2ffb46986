using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Operations;

/// <summary>
/// The store of an image that is being made. Nobody can see the file before it is whole, so the order in which its
/// parts become durable is of no account: flushes are left to the end, where one does for all. Its owner closes the
/// real store.
/// </summary>
internal sealed class TargetStore(ByteStore inner) : ByteStore
{
    public override string Name => inner.Name;

    public override bool CanWrite => inner.CanWrite;

    public override bool CanResize => inner.CanResize;

    public override long Length => inner.Length;

    public override long AllocatedBytes => inner.AllocatedBytes;

    public override int Read(Span<byte> buffer, long offset) => inner.Read(buffer, offset);

    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        inner.ReadAsync(buffer, offset, cancellation);

    public override void Write(ReadOnlySpan<byte> buffer, long offset) => inner.Write(buffer, offset);

    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        inner.WriteAsync(buffer, offset, cancellation);

    public override void Flush()
    {
    }

    public override ValueTask FlushAsync(CancellationToken cancellation = default) => ValueTask.CompletedTask;

    public override void SetLength(long length) => inner.SetLength(length);

    public override void Zero(long offset, long length) => inner.Zero(offset, length);

    public override void Punch(long offset, long length) => inner.Punch(offset, length);

    public override StoreRun RunAt(long offset, long limit) => inner.RunAt(offset, limit);

    public override long TryCopyTo(long offset, ByteStore target, long targetOffset, long length) =>
        inner.TryCopyTo(offset, target, targetOffset, length);
}
