using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

internal sealed partial class VhdDynamicDriver
{
    /// <summary>Data of new blocks begin at a multiple of this, as blktap has it, so that a guest's 4 KiB are a page
    /// of the host's.</summary>
    private const int DataAlignment = 4096;

    /// <summary>All edits of a dynamic disk are behind the one barrier that makes payload and new bitmaps
    /// durable.</summary>
    private const byte Rank = 0;

    public PlanResult PlanWrite(ITables tables, IHostSpace space, GuestRange range, WriteKind kind, WritePlan plan)
    {
        var block = _layout.BlockOf(range.Start);
        if (!TryGetEntry(tables, block, out var entry))
        {
            return PlanResult.PageMissing;
        }

        return (entry, kind) switch
        {
            (VhdLayout.Unallocated, WriteKind.Data) => PlanNewBlock(space, block, range, plan),
            (VhdLayout.Unallocated, WriteKind.Zero) when HasParent => PlanNewBlock(space, block, range, plan),
            (VhdLayout.Unallocated, _) => PlanResult.Ready,
            (_, WriteKind.Data) => PlanSectors(tables, block, entry, range, plan),
            (_, WriteKind.Discard) when range.Length == _layout.LengthOf(block) && !KeepsBlocks =>
                PlanFreeBlock(block, entry, plan),
            _ when HasParent => PlanSectors(tables, block, entry, range, plan),
            _ => PlanZeros(block, entry, range, plan),
        };
    }

    public IReadOnlyList<HostWrite> PlanGrowth(HostOffset end) =>
        [new HostWrite(new HostOffset(VhdLayout.PadToSector(end.Value)), _footer)];

    /// <summary>
    /// A new block of a dynamic disk has all bits of its bitmap set: its sectors are zeros in the file, so that is the
    /// same to the guest, and later writes into it need no bitmap. Readers that look at no bitmap, or misread one, read
    /// it right. In a differencing disk exactly those sectors are there that are written.
    /// </summary>
    private PlanResult PlanNewBlock(IHostSpace space, long block, GuestRange range, WritePlan plan)
    {
        if (!space.TryAllocate(_layout.BlockStride, DataAlignment, _layout.BitmapLength, plan, out var at))
        {
            return PlanResult.NeedsSpace;
        }

        var entry = VhdLayout.EntryFor(at);
        var bitmap = new byte[_layout.BitmapLength];
        if (HasParent)
        {
            var start = _layout.StartOf(block);
            var (first, last) = (FirstSector(range, start), LastSector(range, start));
            VhdSectorBitmap.Set(bitmap, first, last + 1 - first);
            KeepRests(entry, start, first, last, range, plan);
        }
        else
        {
            bitmap.AsSpan().Fill(0xFF);
        }

        plan.Fresh.Add(new HostWrite(at, bitmap));
        PlaceInBlock(block, entry, range, plan);
        EditEntry(block, entry, plan);
        MarkNewBlock(block, bitmap, plan);
        return PlanResult.Ready;
    }

    /// <summary>Data in an allocated block, or zeros that hide what a parent has: sectors whose bits are clear get them
    /// set. What the write leaves of such a sector is the parent's or zeros, and never what is in the file there: that
    /// was never the guest's.</summary>
    private PlanResult PlanSectors(ITables tables, long block, uint entry, GuestRange range, WritePlan plan)
    {
        PlaceInBlock(block, entry, range, plan);
        var start = _layout.StartOf(block);
        var last = LastSector(range, start);
        var first = FirstSector(range, start);
        for (var sector = first; sector <= last;)
        {
            if (!TryGetBitmap(tables, entry, sector, out var bitmap, out var page, out var firstSector))
            {
                return PlanResult.PageMissing;
            }

            var end = Math.Min(last + 1, firstSector + (bitmap.Length * 8));
            SetBits(bitmap, page, sector - firstSector, end - firstSector, plan);
            if (!VhdSectorBitmap.IsSet(bitmap, sector - firstSector))
            {
                KeepRest(entry, start, sector, range, plan);
            }

            if (end == last + 1 && last != sector && !VhdSectorBitmap.IsSet(bitmap, last - firstSector))
            {
                KeepRest(entry, start, last, range, plan);
            }

            sector = end;
        }

        return MarkIfFull(tables, block, entry, first, last, plan);
    }

    private PlanResult PlanFreeBlock(long block, uint entry, WritePlan plan)
    {
        EditBit(block, false, plan); // before the entry: who sees the block must not see another's bit
        EditEntry(block, VhdLayout.Unallocated, plan);
        plan.Freed.Add(BlockRange(block, entry));
        return PlanResult.Ready;
    }

    /// <summary>Zeros are written out, also where bits are clear: the usual tool never looks at them.</summary>
    private PlanResult PlanZeros(long block, uint entry, GuestRange range, WritePlan plan)
    {
        PlaceInBlock(block, entry, range, plan);
        return PlanResult.Ready;
    }

    private void PlaceInBlock(long block, uint entry, GuestRange range, WritePlan plan) =>
        plan.Place.Add(Extent.Data(
            range.Start, range.Length, _layout.DataAt(entry) + (range.Start - _layout.StartOf(block))));

    private void EditEntry(long block, uint entry, WritePlan plan)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, entry);
        var position = block * sizeof(uint);
        plan.Edits.Add(new TableEdit(
            PageRef.Of(_table, position), (int)(position % PageRef.MaxLength), bytes, Rank));
    }

    /// <summary>Sets the bits from <paramref name="first"/> up to <paramref name="end"/>, if they are not all
    /// set.</summary>
    private static void SetBits(ReadOnlySpan<byte> bitmap, PageRef page, int first, int end, WritePlan plan)
    {
        if (VhdSectorBitmap.IsSet(bitmap, first)
            && VhdSectorBitmap.RunAt(bitmap, first, end - first) == end - first)
        {
            return;
        }

        var firstByte = first / 8;
        var bytes = bitmap[firstByte..((end + 7) / 8)].ToArray();
        VhdSectorBitmap.Set(bytes, first - (firstByte * 8), end - first);
        plan.Edits.Add(new TableEdit(page, firstByte, bytes, Rank));
    }

    /// <summary>Keeps what a write does not cover of its first and last sector, which it is the first to
    /// write.</summary>
    private void KeepRests(
        uint entry, GuestOffset blockStart, int first, int last, GuestRange range, WritePlan plan)
    {
        KeepRest(entry, blockStart, first, range, plan);
        if (last != first)
        {
            KeepRest(entry, blockStart, last, range, plan);
        }
    }

    /// <summary>Keeps what a write does not cover of a sector that it is the first to write: what the parent has there,
    /// or zeros.</summary>
    private void KeepRest(uint entry, GuestOffset blockStart, int sector, GuestRange range, WritePlan plan)
    {
        var sectorStart = blockStart + (sector * (long)VhdLayout.SectorSize);
        var sectorEnd = sectorStart + VhdLayout.SectorSize;
        if (range.Start > sectorStart)
        {
            Keep(sectorStart, range.Start - sectorStart);
        }

        if (range.End < sectorEnd)
        {
            Keep(range.End, sectorEnd - range.End);
        }

        void Keep(GuestOffset from, long length)
        {
            var host = _layout.DataAt(entry) + (from - blockStart);
            if (HasParent)
            {
                plan.Fill.Add(Extent.Data(from, length, host));
            }
            else
            {
                plan.Clear.Add(new HostRange(host, length));
            }
        }
    }

    private static int FirstSector(GuestRange range, GuestOffset blockStart) =>
        (int)((range.Start - blockStart) / VhdLayout.SectorSize);
}
