using System.Buffers.Binary;
using FormatKit.Formats.Vhd;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>Which blocks of a VHD have all of their sectors in the file, by either of the two that say so.</summary>
internal static class FullBlocks
{
    internal static int[] ByBitmaps(byte[] file)
    {
        ref readonly var header = ref VhdDynamicHeader.View(file.AsSpan(512));
        var (table, sectors) = ((int)header.TableOffset, (int)header.BlockSize / 512);
        return [.. Enumerable.Range(0, (int)header.MaxTableEntries).Where(block =>
            BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(table + (4 * block))) is var sector
            && sector != uint.MaxValue
            && file.AsSpan((int)(sector * 512L), sectors / 8).IndexOfAnyExcept((byte)0xFF) < 0)];
    }

    internal static int[] ByBatmap(byte[] file)
    {
        ref readonly var header = ref VhdDynamicHeader.View(file.AsSpan(512));
        var at = (int)header.TableOffset + (int)((header.MaxTableEntries * 4L) + 511) / 512 * 512;
        ref readonly var batmap = ref TdBatmapHeader.View(file.AsSpan(at));
        var (map, length) = ((int)batmap.MapOffset, (int)batmap.MapSize * 512);
        return [.. Enumerable.Range(0, length * 8)
            .Where(block => (file[map + (block / 8)] & (0x80 >> (block % 8))) != 0)];
    }
}
