using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>Reads the buffer's length of guest bytes from <paramref name="offset"/>.</summary>
    /// <param name="buffer">Where they go.</param>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    public unsafe void Read(Span<byte> buffer, long offset)
    {
        CheckRange(offset, buffer.Length);
        var operation = Rent();
        fixed (byte* start = buffer)
        {
            var memory = operation.Memory.Over(start, buffer.Length);
            SyncIo.Complete(ReadCore<SyncIo>(operation, memory, offset, default));
        }
    }

    /// <inheritdoc cref="Read"/>
    /// <param name="buffer">Where they go.</param>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="cancellation">Stops between two accesses to the file.</param>
    public ValueTask ReadAsync(Memory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        CheckRange(offset, buffer.Length);
        return ReadCore<AsyncIo>(Rent(), buffer, offset, cancellation);
    }

    private async ValueTask ReadCore<TIo>(
        ImageOperation operation, Memory<byte> buffer, long offset, CancellationToken cancellation)
        where TIo : IIo
    {
        try
        {
            while (!buffer.IsEmpty)
            {
                var length = (int)Math.Min(buffer.Length, BytesPerMap);
                await ReadPart<TIo>(operation, buffer[..length], new GuestOffset(offset), cancellation)
                    .ConfigureAwait(false);
                buffer = buffer[length..];
                offset += length;
            }
        }
        finally
        {
            Return(operation);
        }
    }

    private async ValueTask ReadPart<TIo>(
        ImageOperation operation, Memory<byte> buffer, GuestOffset start, CancellationToken cancellation)
        where TIo : IIo
    {
        var epoch = _gate.Enter();
        try
        {
            await MapInto<TIo>(operation, new GuestRange(start, buffer.Length), cancellation).ConfigureAwait(false);
            for (var index = 0; index < operation.Extents.Count; index++)
            {
                var extent = operation.Extents[index];
                var part = buffer.Slice((int)(extent.Guest - start), (int)extent.Length);
                switch (extent.Kind)
                {
                    case ExtentKind.Zero:
                        part.Span.Clear();
                        break;
                    case ExtentKind.Absent:
                        await ReadBelow<TIo>(part, extent.Guest, cancellation).ConfigureAwait(false);
                        break;
                    default:
                        await ReadData<TIo>(part, extent.Host, cancellation).ConfigureAwait(false);
                        break;
                }
            }
        }
        finally
        {
            operation.LetGo();
            _gate.Leave(epoch);
        }
    }

    private async ValueTask ReadData<TIo>(Memory<byte> part, HostOffset host, CancellationToken cancellation)
        where TIo : IIo
    {
        var read = await TIo.Read(_store, part, host.Value, cancellation).ConfigureAwait(false);
        if (read != part.Length)
        {
            throw ImageErrors.DataCut(_store, host.Value, part.Length, read);
        }
    }
}
