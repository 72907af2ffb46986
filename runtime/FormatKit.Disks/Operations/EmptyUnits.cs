using System.Collections;
using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>Finds the allocation units that an image could do without: all that they have is zeros, and without them the
/// guest would see zeros too.</summary>
internal sealed class EmptyUnits
{
    private const int BufferLength = 256 << 10;

    private const int UnitsInPart = 1 << 16;

    private readonly DiskImage _image;
    private readonly Dictionary<long, BitArray> _parts = []; // of the disk, those that have any
    private long _count;

    private EmptyUnits(DiskImage image) => _image = image;

    /// <summary>How many there are.</summary>
    public long Count => _count;

    /// <summary>Whether a unit is one of them.</summary>
    public bool Contains(long unit) =>
        _parts.TryGetValue(unit / UnitsInPart, out var part) && part[(int)(unit % UnitsInPart)];

    /// <summary>Reads all units that are in the file, but not their holes.</summary>
    public static EmptyUnits Find(DiskImage image, CompactOptions options, CancellationToken cancellation)
    {
        var empty = new EmptyUnits(image);
        var allocated = image.Regions().Where(region => region.Kind == RegionKind.Block).Select(region => region.Index);
        ParallelPieces.Run(
            allocated, options.Workers, static () => GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true),
            (unit, buffer) => empty.Look(unit, buffer, options.Progress), cancellation);
        return empty;
    }

    /// <summary>Their numbers, in guest order.</summary>
    public IEnumerable<long> Units()
    {
        foreach (var (number, part) in _parts.OrderBy(part => part.Key))
        {
            for (var index = 0; index < UnitsInPart; index++)
            {
                if (part[index])
                {
                    yield return (number * UnitsInPart) + index;
                }
            }
        }
    }

    private void Look(long unit, byte[] buffer, IProgress<long>? progress)
    {
        var range = _image.RangeOfUnit(unit);
        if (IsEmpty(range, buffer))
        {
            lock (_parts)
            {
                Add(unit);
            }
        }

        progress?.Report(range.End.Value);
    }

    private void Add(long unit)
    {
        if (!_parts.TryGetValue(unit / UnitsInPart, out var part))
        {
            part = _parts[unit / UnitsInPart] = new BitArray(UnitsInPart);
        }

        part[(int)(unit % UnitsInPart)] = true;
        _count++;
    }

    private bool IsEmpty(GuestRange range, byte[] buffer)
    {
        MapEntry[] own = [.. _image.MapOwn(range.Start.Value, range.Length)];
        return Array.TrueForAll(own, run => run.Zero || IsZero(_image, run.Start, run.Length, buffer))
            && (_image.BackingReference is null || Array.TrueForAll(own, run => IsZeroBelow(run, buffer)));
    }

    /// <summary>Behind the end of a parent are zeros.</summary>
    private bool IsZeroBelow(MapEntry own, byte[] buffer)
    {
        var parent = _image.Backing ?? throw new BackingException(
            _image.Name, "what can be dropped depends on its parent, which was not opened");
        var length = Math.Min(parent.Length - own.Start, own.Length);
        return length <= 0 || parent.Map(own.Start, length)
            .All(run => run.Zero || IsZero(parent, run.Start, run.Length, buffer));
    }

    private static bool IsZero(DiskImage image, long start, long length, byte[] buffer)
    {
        for (var end = start + length; start < end;)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - start));
            image.Read(bytes, start);
            if (!ZeroScan.IsZero(bytes))
            {
                return false;
            }

            start += bytes.Length;
        }

        return true;
    }
}
