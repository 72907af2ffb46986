using System.Buffers.Binary;
using System.Globalization;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>It is trusted only when everything about it is right: guest bytes depend on it then.</remarks>
internal sealed partial class VhdBatmap
{
    /// <summary>Blocks whose table entries are compared at once.</summary>
    private const int BlocksAtOnce = 8192;

    /// <summary>The batmap behind the block allocation table, if there is one. Its cookie tells: the creators that are
    /// said to write one are neither all that do, nor do they all.</summary>
    public static VhdBatmap? Find(
        ByteStore store, in VhdFooter footer, in VhdDynamicHeader header, VhdLayout layout)
    {
        var tableLength = VhdLayout.PadToSector(header.MaxTableEntries * (long)sizeof(uint));
        var at = (long)header.TableOffset + tableLength;
        if (!store.TryRead<TdBatmapHeader>(at, out var found) || !VhdStructures.HasCookie(found))
        {
            return null;
        }

        var (state, reason) = Judge(store, found, layout, footer.CurrentSize);
        return new VhdBatmap(store, found, new HostOffset(at), layout, footer.CurrentSize, state, reason);
    }

    private static (VhdBatmapState State, string? Reason) Judge(
        ByteStore store, in TdBatmapHeader header, VhdLayout layout, ulong currentSize)
    {
        if (WrongPlace(store, header, layout) is { } wrong)
        {
            return (VhdBatmapState.LeftAlone, wrong);
        }

        var map = new byte[header.MapSize * VhdLayout.SectorSize];
        store.ReadExactly(map, (long)header.MapOffset);
        var doubt = Doubt(store, header, map, layout, currentSize);
        return (doubt is null ? VhdBatmapState.Trusted : VhdBatmapState.Stale, doubt);
    }

    /// <summary>Why nothing may be written to it, or null.</summary>
    private static string? WrongPlace(ByteStore store, in TdBatmapHeader header, VhdLayout layout)
    {
        if (header.Version is not (TdBatmap.Version11 or TdBatmap.Version12))
        {
            return Text($"its version is {header.Version >> 16}.{header.Version & 0xFFFF}, known are 1.1 and 1.2");
        }

        var length = header.MapSize * (long)VhdLayout.SectorSize;
        var needed = TdBatmap.MapLength(layout.Blocks);
        return length < needed || length > TdBatmap.MaxMapLength
            ? Text($"its map has {length} bytes, possible are {needed} to {TdBatmap.MaxMapLength}")
            : header.MapOffset % VhdLayout.SectorSize != 0
            ? Text($"its map is at byte {header.MapOffset}, which is not the start of a sector")
            : header.MapOffset > (ulong)Math.Max(0, store.Length - length)
            ? Text($"its map is at byte {header.MapOffset}, where the file of {store.Length} bytes has no room for it")
            : null;
    }

    /// <summary>Why what it says may not be true, or null.</summary>
    private static string? Doubt(
        ByteStore store, in TdBatmapHeader header, byte[] map, VhdLayout layout, ulong currentSize)
    {
        if (header.MapChecksum == TdBatmap.NoChecksum)
        {
            return "whoever changed the image last did not close it";
        }

        var summed = TdBatmap.SummedLength(currentSize, map.Length);
        if (!TdBatmap.IsSumRight(header, map, summed))
        {
            return Text($"its checksum 0x{header.MapChecksum:x8} is not that of its map");
        }

        return StrayBit(store, map.AsSpan(0, summed), layout) is { } stray
            ? Text($"it has a bit for block {stray}, which is not in the file")
            : null;
    }

    /// <summary>The first bit for a block that is not allocated, or behind the disk's last one. Parts of the table that
    /// have no bits are not looked at.</summary>
    private static long? StrayBit(ByteStore store, ReadOnlySpan<byte> map, VhdLayout layout)
    {
        var entries = new byte[BlocksAtOnce * sizeof(uint)];
        for (var first = 0; first < map.Length * 8; first += BlocksAtOnce)
        {
            var bits = map[(first / 8)..Math.Min(map.Length, (first + BlocksAtOnce) / 8)];
            if (bits.IndexOfAnyExcept((byte)0) < 0)
            {
                continue;
            }

            var count = (int)Math.Clamp(layout.Blocks - first, 0, BlocksAtOnce);
            store.ReadExactly(entries.AsSpan(0, count * sizeof(uint)), (layout.TableOffset + (first * 4L)).Value);
            for (var index = 0; index < bits.Length * 8; index++)
            {
                if (VhdSectorBitmap.IsSet(bits, index) && (index >= count
                    || BinaryPrimitives.ReadUInt32BigEndian(entries.AsSpan(index * 4)) == VhdLayout.Unallocated))
                {
                    return first + index;
                }
            }
        }

        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
