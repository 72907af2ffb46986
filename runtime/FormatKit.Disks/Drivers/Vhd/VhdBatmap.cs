using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>
/// Where blktap's batmap is in a file. It is not used for reading yet and never changed: it stays true because a disk
/// that has one keeps its blocks once they are allocated, and it need not say that a new block is full.
/// </summary>
/// <param name="Regions">The header, and the map where the header says it is: readers may do without it.</param>
internal sealed record VhdBatmap(IReadOnlyList<Region> Regions)
{
    /// <summary>The batmap behind the block allocation table, if there is one.</summary>
    public static VhdBatmap? Find(ByteStore store, in VhdDynamicHeader header)
    {
        var tableLength = VhdLayout.PadToSector(header.MaxTableEntries * (long)sizeof(uint));
        var at = (long)header.TableOffset + tableLength;
        if (!store.TryRead<TdBatmapHeader>(at, out var batmap) || !VhdStructures.HasCookie(batmap))
        {
            return null;
        }

        var here = new HostOffset(at);
        var regions = new List<Region>
        {
            new(RegionKind.AuxiliaryTable, new HostRange(here, Layout.SizeOf<TdBatmapHeader>()), here, 0),
        };
        var mapLength = batmap.MapSize * (long)VhdLayout.SectorSize;
        if (mapLength > 0)
        {
            var map = new HostRange(VhdOpen.PlaceOf(batmap.MapOffset), mapLength);
            regions.Add(new Region(RegionKind.AuxiliaryTable, map, here, 1));
        }

        return new VhdBatmap(regions);
    }
}
