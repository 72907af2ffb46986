using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>A dynamic or differencing VHD: a block allocation table, and blocks that begin with a bitmap of the sectors
/// that are in this file. The others are zeros in a dynamic disk, in a differencing one what its parent has.</summary>
internal sealed partial class VhdDynamicDriver : IImageDriver, IUnitPlaces
{
    private readonly VhdLayout _layout;
    private readonly byte[] _footer;
    private readonly IReadOnlyList<Region> _staticRegions;
    private readonly HostRange _table;

    /// <param name="layout">Where the blocks are.</param>
    /// <param name="footer">The footer as it was read, reserved bytes and all.</param>
    /// <param name="staticRegions">Everything in the file but the blocks.</param>
    public VhdDynamicDriver(VhdLayout layout, VhdFooter footer, IReadOnlyList<Region> staticRegions)
    {
        _layout = layout;
        _footer = Layout.BytesOf(ref footer).ToArray();
        _staticRegions = staticRegions;
        _table = new HostRange(layout.TableOffset, layout.Blocks * sizeof(uint));
    }

    public long GuestLength => _layout.GuestLength;

    public int AllocationUnit => _layout.BlockSize;

    public int SectorSize => VhdLayout.SectorSize;

    public uint UnitSectors => (uint)(_layout.BlockStride / VhdLayout.SectorSize);

    public long Units => _layout.Blocks;

    public IReadOnlyList<Region> OtherRegions => _staticRegions;

    public HostOffset MaxHostEnd => new(VhdLayout.MaxFileLength);

    /// <summary>Whether what is not in this file is in a parent.</summary>
    public bool HasParent { get; init; }

    /// <summary>Where the blocks are.</summary>
    public VhdLayout DiskLayout => _layout;

    /// <summary>The entries of the table behind those of the disk's blocks.</summary>
    public required VhdSpareEntries Spare { get; init; }

    /// <summary>The entries of the disk's blocks.</summary>
    public HostRange Table => _table;

    /// <summary>Bytes of a block's sector bitmap.</summary>
    public int BitmapLength => _layout.BitmapLength;

    public bool Map(ITables tables, GuestRange range, ExtentList into)
    {
        for (var at = range.Start; at < range.End;)
        {
            var block = _layout.BlockOf(at);
            var end = Math.Min(range.End - at, _layout.StartOf(block) + _layout.BlockSize - at);
            if (!TryGetEntry(tables, block, out var entry))
            {
                return false;
            }

            var part = new GuestRange(at, end);
            if (entry == VhdLayout.Unallocated)
            {
                into.Add(NotHere(part.Start, part.Length));
            }
            else if (!MapBlock(tables, block, entry, part, into))
            {
                return false;
            }

            at += end;
        }

        return true;
    }

    public IEnumerable<Region> Regions(ITables tables)
    {
        foreach (var region in _staticRegions)
        {
            yield return region;
        }

        var entries = new uint[PageRef.MaxLength / sizeof(uint)];
        for (var first = 0L; first < _layout.Blocks; first += entries.Length)
        {
            var count = ReadPlaces(tables, first, entries);
            for (var index = 0; index < count; index++)
            {
                if (entries[index] != VhdLayout.Unallocated)
                {
                    var block = first + index;
                    var range = BlockRange(block, entries[index]);
                    var padding = _layout.BlockStride - range.Length;
                    yield return new Region(
                        RegionKind.Block, range, _layout.EntryOffset(block), block, padding);
                }
            }
        }
    }

    /// <summary>A page of the table at once: one byte swap for all its entries.</summary>
    /// <returns>How many entries the page has.</returns>
    public int ReadPlaces(ITables tables, long first, Span<uint> into)
    {
        tables.TryGet(PageRef.Of(_table, first * sizeof(uint)), out var page);
        var entries = MemoryMarshal.Cast<byte, uint>(page);
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(entries, into);
        }
        else
        {
            entries.CopyTo(into);
        }

        return entries.Length;
    }

    /// <summary>The bytes of the file that a block uses: at the end of the disk only what the guest can
    /// reach.</summary>
    private HostRange BlockRange(long block, uint entry) =>
        new(VhdLayout.BitmapAt(entry), _layout.BitmapLength + (long)_layout.LengthOf(block));

    private bool TryGetEntry(ITables tables, long block, out uint entry)
    {
        var position = block * sizeof(uint);
        if (!tables.TryGet(PageRef.Of(_table, position), out var page))
        {
            entry = 0;
            return false;
        }

        entry = BinaryPrimitives.ReadUInt32BigEndian(page[(int)(position % PageRef.MaxLength)..]);
        return true;
    }

    /// <summary>Runs of sectors that are in the file or, as their bits are clear, zeros.</summary>
    private bool MapBlock(ITables tables, long block, uint entry, GuestRange part, ExtentList into)
    {
        if (!TryGetFull(tables, block, entry, out var isFull))
        {
            return false;
        }

        var start = _layout.StartOf(block);
        var data = _layout.DataAt(entry);
        if (isFull)
        {
            into.Add(Extent.Data(part.Start, part.Length, data + (part.Start - start)));
            return true;
        }

        for (var at = part.Start; at < part.End;)
        {
            var sector = (int)((at - start) / VhdLayout.SectorSize);
            if (!TryGetBitmap(tables, entry, sector, out var bitmap, out _, out var firstSector))
            {
                return false;
            }

            var endInPage = Math.Min(bitmap.Length * 8, LastSector(part, start) + 1 - firstSector);
            var run = VhdSectorBitmap.RunAt(bitmap, sector - firstSector, endInPage - (sector - firstSector));
            var end = start + Math.Min((sector + run) * (long)VhdLayout.SectorSize, part.End - start);
            into.Add(VhdSectorBitmap.IsSet(bitmap, sector - firstSector)
                ? Extent.Data(at, end - at, data + (at - start))
                : NotHere(at, end - at));
            at = end;
        }

        return true;
    }

    private Extent NotHere(GuestOffset start, long length) =>
        HasParent ? Extent.Absent(start, length) : Extent.Zero(start, length);

    /// <summary>The page of a block's bitmap that has a sector's bit.</summary>
    private bool TryGetBitmap(
        ITables tables, uint entry, int sector, out ReadOnlySpan<byte> bitmap, out PageRef page, out int firstSector)
    {
        var position = sector / 8;
        page = PageRef.Of(new HostRange(VhdLayout.BitmapAt(entry), _layout.BitmapLength), position);
        firstSector = position / PageRef.MaxLength * PageRef.MaxLength * 8;
        return tables.TryGet(page, out bitmap);
    }

    private static int LastSector(GuestRange part, GuestOffset blockStart) =>
        (int)((part.End - blockStart - 1) / VhdLayout.SectorSize);
}
