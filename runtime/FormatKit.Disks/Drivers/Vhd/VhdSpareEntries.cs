using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>The entries of a table that is larger than its disk: those behind the last block. They should be empty, but
/// who thinks the disk larger, by another size rule, has blocks there.</summary>
/// <param name="store">The file.</param>
/// <param name="layout">The disk.</param>
/// <param name="entries">All entries of the table, also those of the disk's blocks.</param>
internal sealed class VhdSpareEntries(ByteStore store, VhdLayout layout, long entries)
{
    private const int EntriesAtOnce = 16 << 10;

    /// <summary>Whether there are any.</summary>
    public bool Any => entries > layout.Blocks;

    /// <summary>Where the entry of a block is, also of one behind the end of the disk.</summary>
    public HostOffset PlaceOf(long block) => layout.TableOffset + (block * sizeof(uint));

    /// <summary>From the first to the last of the blocks that are inside the file; null when there is none. Nothing is
    /// put there, whoever the blocks belong to.</summary>
    public Region? Span()
    {
        var span = default(Region?);
        foreach (var region in Used())
        {
            if (region.Range.End.Value <= store.Length)
            {
                var (start, end) = (region.Range.Start, region.Range.End);
                var before = span ?? region;
                start = before.Range.Start < start ? before.Range.Start : start;
                end = before.Range.End > end ? before.Range.End : end;
                span = before with { Range = new HostRange(start, end - start) };
            }
        }

        return span;
    }

    /// <summary>The blocks that the entries point at. Zeros are taken for empty: some have filled their table with
    /// them.</summary>
    public IEnumerable<Region> Used()
    {
        var bytes = new byte[EntriesAtOnce * sizeof(uint)];
        for (var first = layout.Blocks; first < entries; first += EntriesAtOnce)
        {
            var page = bytes.AsMemory(0, (int)Math.Min(bytes.Length, (entries - first) * sizeof(uint)));
            store.ReadExactly(page.Span, PlaceOf(first).Value);
            if (page.Span.IndexOfAnyExcept((byte)0xFF) < 0)
            {
                continue;
            }

            for (var index = 0; index < page.Length / sizeof(uint); index++)
            {
                var entry = BinaryPrimitives.ReadUInt32BigEndian(page.Span[(index * sizeof(uint))..]);
                if (entry is not (VhdLayout.Unallocated or 0))
                {
                    yield return new Region(
                        RegionKind.Unreachable, new HostRange(VhdLayout.BitmapAt(entry), layout.BlockStride),
                        PlaceOf(first + index), first + index);
                }
            }
        }
    }

    /// <summary>What makes entries empty.</summary>
    /// <param name="blocks">Their numbers, in order.</param>
    public IEnumerable<HostWrite> Empty(IEnumerable<long> blocks)
    {
        var sector = default(byte[]);
        var at = -1L;
        foreach (var block in blocks)
        {
            var place = PlaceOf(block).Value;
            if (place / VhdLayout.SectorSize * VhdLayout.SectorSize != at)
            {
                if (sector is not null)
                {
                    yield return new HostWrite(new HostOffset(at), sector);
                }

                at = place / VhdLayout.SectorSize * VhdLayout.SectorSize;
                sector = new byte[Math.Min(VhdLayout.SectorSize, store.Length - at)];
                store.ReadExactly(sector, at);
            }

            BinaryPrimitives.WriteUInt32BigEndian(sector.AsSpan((int)(place - at)), VhdLayout.Unallocated);
        }

        if (sector is not null)
        {
            yield return new HostWrite(new HostOffset(at), sector);
        }
    }
}
