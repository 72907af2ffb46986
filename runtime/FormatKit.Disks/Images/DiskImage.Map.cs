using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>Units that are mapped at once: a missing page makes the driver begin again, so not too many.</summary>
    private const int UnitsPerMap = 64;

    /// <summary>Guest bytes that are mapped at once where nothing is allocated in units.</summary>
    private const long BytesPerFlatMap = 1L << 40;

    /// <summary>
    /// Says where the bytes of a range are, from its start to its end and without gaps: in the file, or nowhere because
    /// they are zeros. Holes of the file count as zeros that have a place.
    /// </summary>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    public IEnumerable<MapEntry> Map(long offset, long length)
    {
        CheckRange(offset, length);
        return Joined(MapParts(offset, length));
    }

    private IEnumerable<MapEntry> MapParts(long offset, long length)
    {
        var file = new FileRuns(_store);
        for (var end = offset + length; offset < end;)
        {
            var part = Math.Min(end - offset, BytesMappedFrom(offset));
            foreach (var extent in ExtentsOf(new GuestRange(new GuestOffset(offset), part)))
            {
                if (extent.Kind == ExtentKind.Zero)
                {
                    yield return new MapEntry(extent.Guest.Value, extent.Length, Data: false, Zero: true, Offset: null);
                    continue;
                }

                foreach (var entry in RunsOf(extent, file))
                {
                    yield return entry;
                }
            }

            offset += part;
        }
    }

    /// <summary>How many bytes from <paramref name="offset"/> on are mapped at once.</summary>
    private long BytesMappedFrom(long offset)
    {
        var step = AllocationUnit == 0 ? BytesPerFlatMap : (long)AllocationUnit * UnitsPerMap;
        return step - (offset % step);
    }

    private Extent[] ExtentsOf(GuestRange range)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var operation = Rent();
        var epoch = _gate.Enter();
        try
        {
            SyncIo.Complete(MapInto<SyncIo>(operation, range, default));
            return operation.Extents.Extents.ToArray();
        }
        finally
        {
            operation.LetGo();
            _gate.Leave(epoch);
            Return(operation);
        }
    }

    /// <summary>The holes and data of the file under an extent.</summary>
    private IEnumerable<MapEntry> RunsOf(Extent extent, FileRuns file)
    {
        for (var done = 0L; done < extent.Length;)
        {
            var run = file.At(extent.Host.Value + done, extent.Length - done);
            if (run.Length == 0)
            {
                throw ImageErrors.DataCut(_store, extent.Host.Value, extent.Length, 0);
            }

            yield return new MapEntry(
                extent.Guest.Value + done, run.Length, Data: !run.IsHole, Zero: run.IsHole, extent.Host.Value + done);
            done += run.Length;
        }
    }

    private static IEnumerable<MapEntry> Joined(IEnumerable<MapEntry> entries)
    {
        MapEntry? last = null;
        foreach (var entry in entries)
        {
            if (last is { } before && before.IsContinuedBy(entry))
            {
                last = before with { Length = before.Length + entry.Length };
                continue;
            }

            if (last is { } whole)
            {
                yield return whole;
            }

            last = entry;
        }

        if (last is { } rest)
        {
            yield return rest;
        }
    }
}
