using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>Bytes of table edits that may wait for a flush before a write flushes by itself.</summary>
    private const long MaxDirtyBytes = 4 << 20;

    private readonly SemaphoreSlim _metadata = new(1, 1);
    private readonly UnitLocks _units = new();
    private readonly HostSpace _space;
    private readonly Quarantine _quarantine = new();

    /// <summary>Writes the buffer to the guest bytes from <paramref name="offset"/>.</summary>
    /// <param name="buffer">What to write.</param>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    public unsafe void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        CheckWrite(offset, buffer.Length);
        var operation = Rent();
        fixed (byte* start = buffer)
        {
            var memory = operation.Memory.Over(start, buffer.Length);
            var range = new GuestRange(new GuestOffset(offset), buffer.Length);
            SyncIo.Complete(WriteCore<SyncIo>(operation, memory, range, WriteKind.Data, default));
        }
    }

    /// <inheritdoc cref="Write"/>
    /// <param name="buffer">What to write.</param>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="cancellation">Stops between two accesses to the file; what was written by then stays.</param>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        CheckWrite(offset, buffer.Length);
        var range = new GuestRange(new GuestOffset(offset), buffer.Length);
        return WriteCore<AsyncIo>(Rent(), buffer, range, WriteKind.Data, cancellation);
    }

    /// <summary>Makes guest bytes read as zeros, keeping storage that they have.</summary>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    public void WriteZeroes(long offset, long length) => Erase(offset, length, WriteKind.Zero);

    /// <inheritdoc cref="WriteZeroes"/>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="cancellation">Stops between two accesses to the file; what was written by then stays.</param>
    public ValueTask WriteZeroesAsync(long offset, long length, CancellationToken cancellation = default) =>
        EraseAsync(offset, length, WriteKind.Zero, cancellation);

    /// <summary>Makes guest bytes read as zeros and gives their storage back where format and host can.</summary>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    public void Discard(long offset, long length) => Erase(offset, length, WriteKind.Discard);

    /// <inheritdoc cref="Discard"/>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="cancellation">Stops between two accesses to the file; what was written by then stays.</param>
    public ValueTask DiscardAsync(long offset, long length, CancellationToken cancellation = default) =>
        EraseAsync(offset, length, WriteKind.Discard, cancellation);

    private void Erase(long offset, long length, WriteKind kind)
    {
        CheckWrite(offset, length);
        var range = new GuestRange(new GuestOffset(offset), length);
        SyncIo.Complete(WriteCore<SyncIo>(Rent(), default, range, kind, default));
    }

    private ValueTask EraseAsync(long offset, long length, WriteKind kind, CancellationToken cancellation)
    {
        CheckWrite(offset, length);
        return WriteCore<AsyncIo>(Rent(), default, new GuestRange(new GuestOffset(offset), length), kind, cancellation);
    }

    private void CheckWrite(long offset, long length)
    {
        CheckRange(offset, length);
        if (!CanWrite)
        {
            throw new ImageException(Name, "the image is open for reading only");
        }

        ThrowIfBroken();
    }

    private async ValueTask WriteCore<TIo>(
        ImageOperation operation, ReadOnlyMemory<byte> payload, GuestRange range, WriteKind kind,
        CancellationToken cancellation)
        where TIo : IIo
    {
        try
        {
            if (range.Length == 0)
            {
                return;
            }

            await BeginChanging<TIo>(cancellation).ConfigureAwait(false);
            for (var start = range.Start; start < range.End;)
            {
                cancellation.ThrowIfCancellationRequested();
                var length = Math.Min(range.End - start, BytesLeftInUnit(start));
                var part = new GuestRange(start, length);
                var bytes = kind == WriteKind.Data
                    ? payload.Slice((int)(start - range.Start), (int)length)
                    : default;
                await WriteUnit<TIo>(operation, bytes, part, kind, cancellation).ConfigureAwait(false);
                start += length;
                if (_cache.DirtyBytes > MaxDirtyBytes)
                {
                    await FlushCore<TIo>(cancellation).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Return(operation);
        }
    }

    private long BytesLeftInUnit(GuestOffset start) =>
        AllocationUnit == 0 ? long.MaxValue : AllocationUnit - (start.Value % AllocationUnit);

    /// <summary>One write inside one allocation unit. Bytes that have a place already go there without any
    /// lock.</summary>
    private async ValueTask WriteUnit<TIo>(
        ImageOperation operation, ReadOnlyMemory<byte> payload, GuestRange range, WriteKind kind,
        CancellationToken cancellation)
        where TIo : IIo
    {
        var epoch = _gate.Enter();
        try
        {
            await MapInto<TIo>(operation, range, cancellation).ConfigureAwait(false);
            if (kind == WriteKind.Data && operation.Extents.Count == 1
                && operation.Extents[0].Kind == ExtentKind.Data)
            {
                await Place<TIo>(operation.Extents, payload, range, kind, cancellation).ConfigureAwait(false);
                return;
            }

            var unit = _units.Of(AllocationUnit == 0 ? 0 : range.Start.Value / AllocationUnit);
            await TIo.Enter(unit, cancellation).ConfigureAwait(false);
            try
            {
                await PlanAndWrite<TIo>(operation, payload, range, kind, cancellation).ConfigureAwait(false);
            }
            finally
            {
                unit.Release();
            }
        }
        finally
        {
            operation.LetGo();
            _gate.Leave(epoch);
        }
    }
}
