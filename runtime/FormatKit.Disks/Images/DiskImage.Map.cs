using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>Units that are mapped at once for a read, and at first for a map.</summary>
    private const int UnitsPerMap = 64;

    /// <summary>The most guest bytes that are mapped at once: enough for the large empty parts of a disk.</summary>
    private const long MaxBytesPerMap = 1L << 40;

    /// <summary>More extents than this at once, and less is mapped the next time.</summary>
    private const int FewExtents = 64;

    /// <summary>
    /// Says where the bytes of a range are, from its start to its end and without gaps: in the file, or nowhere because
    /// they are zeros. Holes of the file count as zeros that have a place.
    /// </summary>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    public IEnumerable<MapEntry> Map(long offset, long length)
    {
        CheckRange(offset, length);
        return Joined(MapParts(offset, length, new MapWalk(this)));
    }

    /// <summary>Says where those bytes of a range are that the image has itself, in order; those between them are its
    /// parent's, which need not be open.</summary>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    public IEnumerable<MapEntry> MapOwn(long offset, long length)
    {
        CheckRange(offset, length);
        return Joined(MapParts(offset, length, new MapWalk(this) { StaysHere = true }));
    }

    private IEnumerable<MapEntry> MapParts(long offset, long length, MapWalk walk)
    {
        var step = BytesPerMap;
        for (var end = offset + length; offset < end;)
        {
            var part = Math.Min(end - offset, step);
            var extents = ExtentsOf(new GuestRange(new GuestOffset(offset), part));
            step = extents.Length <= FewExtents ? Math.Min(2 * step, MaxBytesPerMap) : BytesPerMap;
            foreach (var extent in extents)
            {
                var entries = extent.Kind switch
                {
                    ExtentKind.Zero => [new MapEntry(extent.Guest.Value, extent.Length, Data: false, Zero: true, null)],
                    ExtentKind.Absent => walk.StaysHere ? [] : MapBelow(extent, walk),
                    _ => RunsOf(extent, walk.File),
                };
                foreach (var entry in entries)
                {
                    yield return entry;
                }
            }

            offset += part;
        }
    }

    /// <summary>What the parent has of an extent, a layer deeper; nobody has what is behind its end.</summary>
    private IEnumerable<MapEntry> MapBelow(Extent extent, MapWalk walk)
    {
        var (parent, start) = (RequiredBacking, extent.Guest.Value);
        var length = Math.Clamp(parent.Length - start, 0, extent.Length);
        foreach (var entry in length == 0 ? [] : parent.MapParts(start, length, walk.Below(parent)))
        {
            yield return entry with { Depth = entry.Depth + 1 };
        }

        if (length < extent.Length)
        {
            yield return new MapEntry(start + length, extent.Length - length, Data: false, Zero: true, null)
            {
                IsPresent = false,
            };
        }
    }

    private long BytesPerMap => AllocationUnit == 0 ? MaxBytesPerMap : (long)AllocationUnit * UnitsPerMap;

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
