using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <content>blktap's batmap: the header where readers look for it, behind the table, and behind it the map.</content>
internal static partial class VhdCreate
{
    /// <summary>The first byte behind table and batmap.</summary>
    private static HostOffset EndOfTables(VhdLayout layout, bool hasBatmap)
    {
        var tableEnd = layout.TableOffset + layout.TableLength;
        return hasBatmap ? tableEnd + Layout.SizeOf<TdBatmapHeader>() + TdBatmap.MapLength(layout.Blocks) : tableEnd;
    }

    private static void WriteBatmap(ByteStore store, VhdLayout layout)
    {
        var at = EndOfTables(layout, hasBatmap: false);
        var map = new byte[TdBatmap.MapLength(layout.Blocks)];
        var mapAt = at + Layout.SizeOf<TdBatmapHeader>();
        var header = new TdBatmapHeader
        {
            MapOffset = (ulong)mapAt.Value,
            MapSize = (uint)(map.Length / VhdLayout.SectorSize),
            Version = TdBatmap.Version12,
        };
        header.Seal(map);
        store.Write(Layout.BytesOf(ref header), at.Value);
        store.Write(map, mapAt.Value);
    }
}
