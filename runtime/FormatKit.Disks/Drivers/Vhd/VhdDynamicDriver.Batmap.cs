using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>The batmap, which saves reading the bitmaps of full blocks.</remarks>
internal sealed partial class VhdDynamicDriver
{
    /// <summary>The image's batmap, if it has one.</summary>
    public VhdBatmap? Batmap { get; init; }

    /// <summary>Whether a block stays allocated once it is, because a table that we do not change says so.</summary>
    private bool KeepsBlocks => Batmap is { IsKept: false };

    private int SectorsInBlock => _layout.BlockSize / VhdLayout.SectorSize;

    /// <summary>Whether the batmap says that all of a block is in the file.</summary>
    /// <returns>False when a page is missing.</returns>
    /// <remarks>
    /// Between reading entry and bit the block may have been freed and made anew, full, elsewhere: then the bit is not
    /// about the place that <paramref name="entry"/> says. No place comes back while somebody may still use it, so an
    /// entry that is the same before and behind the bit was there all the time.
    /// </remarks>
    private bool TryGetFull(ITables tables, long block, uint entry, out bool isFull)
    {
        isFull = false;
        if (Batmap is not { State: VhdBatmapState.Trusted } batmap || block >= batmap.Reach)
        {
            return true;
        }

        Volatile.ReadBarrier();
        var position = block / 8;
        if (!tables.TryGet(PageRef.Of(batmap.Bits, position), out var page))
        {
            return false;
        }

        if ((page[(int)(position % PageRef.MaxLength)] & BitOf(block)) == 0)
        {
            return true;
        }

        Volatile.ReadBarrier();
        if (!TryGetEntry(tables, block, out var now))
        {
            return false;
        }

        isFull = now == entry;
        return true;
    }

    /// <summary>Sets the bit of a new block when all of its sectors are in the file, else sees that it is
    /// clear.</summary>
    private void MarkNewBlock(long block, ReadOnlySpan<byte> bitmap, WritePlan plan) =>
        EditBit(
            block,
            VhdSectorBitmap.IsSet(bitmap, 0) && VhdSectorBitmap.RunAt(bitmap, 0, SectorsInBlock) == SectorsInBlock,
            plan);

    /// <summary>Sets the bit of a block whose last clear sectors a plan sets: those from
    /// <paramref name="first"/> to <paramref name="last"/>.</summary>
    private PlanResult MarkIfFull(ITables tables, long block, uint entry, int first, int last, WritePlan plan)
    {
        if (Batmap is not { IsKept: true } || plan.Edits.Count == 0)
        {
            return PlanResult.Ready;
        }

        var isFull = AreSet(tables, entry, 0, first);
        isFull = isFull is true ? AreSet(tables, entry, last + 1, SectorsInBlock) : isFull;
        if (isFull is true)
        {
            EditBit(block, true, plan);
        }

        return isFull is null ? PlanResult.PageMissing : PlanResult.Ready;
    }

    private void EditBit(long block, bool isFull, WritePlan plan)
    {
        if (Batmap is { IsKept: true } batmap && block < batmap.Reach)
        {
            var position = block / 8;
            plan.Edits.Add(new TableEdit(
                PageRef.Of(batmap.Bits, position), (int)(position % PageRef.MaxLength), new[] { BitOf(block) },
                TableEdit.AtClose, isFull ? TableEditKind.SetBits : TableEditKind.ClearBits));
        }
    }

    /// <summary>Blocks of which the batmap wrongly says that all of their sectors are in the file.</summary>
    /// <param name="tables">Tables that miss no page.</param>
    public IEnumerable<long> WronglyFull(ITables tables)
    {
        if (Batmap is not { State: VhdBatmapState.Trusted })
        {
            yield break;
        }

        var bits = Batmap.ReadBits();
        for (var block = 0L; block < Batmap.Reach; block++)
        {
            if (bits[block / 8] == 0)
            {
                block |= 7;
            }
            else if ((bits[block / 8] & BitOf(block)) != 0
                && !IsFull(tables, block, (_layout.LengthOf(block) + VhdLayout.SectorSize - 1) / VhdLayout.SectorSize))
            {
                yield return block;
            }
        }
    }

    /// <summary>The bits that the batmap should have, from table and sector bitmaps. At the end of the disk a block is
    /// full only when also the sectors are in the file that the guest cannot reach: it may grow.</summary>
    /// <param name="tables">Tables that miss no page.</param>
    /// <param name="batmap">The batmap that is to have them; by itself the one that the image has.</param>
    public byte[] TrueBits(ITables tables, VhdBatmap? batmap = null)
    {
        var bits = new byte[(batmap ?? Batmap)?.Bits.Length ?? TdBatmap.MapLength(_layout.Blocks)];
        var reach = Math.Min(_layout.Blocks, bits.Length * 8L);
        for (var block = 0L; block < reach; block++)
        {
            if (IsFull(tables, block, SectorsInBlock))
            {
                bits[block / 8] |= BitOf(block);
            }
        }

        return bits;
    }

    private bool IsFull(ITables tables, long block, int sectors) =>
        TryGetEntry(tables, block, out var entry) && entry != VhdLayout.Unallocated
        && AreSet(tables, entry, 0, sectors) is true;

    /// <summary>Whether the bits of sectors are all set; null when a page is missing.</summary>
    private bool? AreSet(ITables tables, uint entry, int first, int end)
    {
        while (first < end)
        {
            if (!TryGetBitmap(tables, entry, first, out var bitmap, out _, out var firstInPage))
            {
                return null;
            }

            var at = first - firstInPage;
            var count = Math.Min(end - firstInPage, bitmap.Length * 8) - at;
            if (!VhdSectorBitmap.IsSet(bitmap, at) || VhdSectorBitmap.RunAt(bitmap, at, count) < count)
            {
                return false;
            }

            first += count;
        }

        return true;
    }

    private static byte BitOf(long block) => (byte)(0x80 >> (int)(block & 7));
}
