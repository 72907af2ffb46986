using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>
/// A hosted sparse extent: a grain directory that points at grain tables that point at grains, and usually a redundant
/// directory with tables of its own. Reading goes by the one that counts; writing keeps the other equal.
/// </summary>
internal sealed partial class VmdkSparseDriver : IImageDriver
{
    private readonly VmdkSparseLayout _layout;
    private readonly VmdkDirectories _directories;
    private readonly IReadOnlyList<Region> _staticRegions;
    private readonly Func<long> _fileLength;

    /// <param name="layout">Where the grains are.</param>
    /// <param name="directories">The directories.</param>
    /// <param name="staticRegions">Everything in the file but tables and grains.</param>
    /// <param name="fileLength">Bytes of the file as it is now.</param>
    public VmdkSparseDriver(
        VmdkSparseLayout layout, VmdkDirectories directories, IReadOnlyList<Region> staticRegions,
        Func<long> fileLength)
    {
        _layout = layout;
        _directories = directories;
        _staticRegions = staticRegions;
        _fileLength = fileLength;
    }

    public long GuestLength => _layout.GuestLength;

    public int AllocationUnit => _layout.GrainSize;

    public HostOffset MaxHostEnd => new(VmdkSparseLayout.MaxFileLength);

    /// <summary>Whether a table entry of 1 means zeros.</summary>
    public bool HasZeroedGrains { get; init; }

    public bool Map(ITables tables, GuestRange range, ExtentList into)
    {
        for (var at = range.Start; at < range.End;)
        {
            var table = _layout.TableOf(_layout.GrainOf(at));
            // Not by the table's end: that of the last one may be behind all 63 bits.
            var end = at + Math.Min(range.End - at, _layout.TableCoverage - (at.Value % _layout.TableCoverage));
            if (!TryGetEntry(tables, _directories.Leading, table, out var place))
            {
                return false;
            }

            if (place == VmdkSparseLayout.Unallocated)
            {
                into.Add(Extent.Zero(at, end - at));
            }
            else if (!MapTable(tables, place, at, end, into))
            {
                return false;
            }

            at = end;
        }

        return true;
    }

    public IReadOnlyList<HostWrite> PlanGrowth(HostOffset end) => [];

    private bool MapTable(ITables tables, uint table, GuestOffset start, GuestOffset end, ExtentList into)
    {
        if (!tables.TryGet(PageOf(table), out var page))
        {
            return false;
        }

        for (var at = start; at < end;)
        {
            var grain = _layout.GrainOf(at);
            var inGrain = at - _layout.StartOf(grain);
            var length = Math.Min(end - at, _layout.GrainSize - inGrain);
            var entry = EntryAt(page, _layout.EntryOf(grain));
            into.Add(IsZero(entry)
                ? Extent.Zero(at, length)
                : Extent.Data(at, length, VmdkSparseLayout.PlaceOf(entry) + inGrain));
            at += length;
        }

        return true;
    }

    private bool IsZero(uint entry) =>
        entry == VmdkSparseLayout.Unallocated || (entry == VmdkSparseLayout.Zeroed && HasZeroedGrains);

    /// <summary>A grain table is one page: it has 2,048 bytes at most.</summary>
    private PageRef PageOf(uint table) => new(VmdkSparseLayout.PlaceOf(table), _layout.TableLength);

    private static uint EntryAt(ReadOnlySpan<byte> page, int index) =>
        BinaryPrimitives.ReadUInt32LittleEndian(page[(index * sizeof(uint))..]);

    private static bool TryGetEntry(ITables tables, HostRange directory, long index, out uint entry)
    {
        var position = index * sizeof(uint);
        if (!tables.TryGet(PageRef.Of(directory, position), out var page))
        {
            entry = 0;
            return false;
        }

        entry = BinaryPrimitives.ReadUInt32LittleEndian(page[(int)(position % PageRef.MaxLength)..]);
        return true;
    }
}
