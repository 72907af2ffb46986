namespace FormatKit.Formats.Vhd;

/// <summary>
/// The arithmetic of blktap's batmap: how long the map is, how much of it is summed, and whether a sum is right. Bits
/// are as in a <see cref="VhdSectorBitmap"/>, one a block.
/// </summary>
/// <remarks>blktap, include/libvhd.h and vhd/lib/libvhd.c, <c>vhd_checksum_batmap</c>.</remarks>
public static class TdBatmap
{
    /// <summary>Version 1.1, whose checksum adds signed bytes; its readers on other machines add unsigned
    /// ones.</summary>
    public const uint Version11 = 0x0001_0001;

    /// <summary>Version 1.2, the latest.</summary>
    public const uint Version12 = 0x0001_0002;

    /// <summary>A checksum that no map of at most <see cref="MaxMapLength"/> bytes has, by either sign: it says that
    /// the map is not to be trusted while the image is being changed.</summary>
    public const uint NoChecksum = 0x8000_0000;

    /// <summary>The longest map that a table of the most entries that are read needs.</summary>
    public const int MaxMapLength = (int)(VhdLayout.MaxTableEntries / 8);

    /// <summary>Bytes of the map of so many blocks: whole sectors, at least one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or more than a table can
    /// have.</exception>
    public static int MapLength(long blocks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(blocks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, VhdLayout.MaxTableEntries);
        return (int)Math.Max(VhdLayout.SectorSize, VhdLayout.PadToSector((blocks + 7) / 8));
    }

    /// <summary>
    /// The bytes of a map that the definer sums: as many as a disk of this size has blocks of 2 MiB, divided by eight,
    /// rounded down and then up to whole sectors; one sector at least. For 1 to 7 blocks more than a multiple of 4,096
    /// that is a sector less than the map has.
    /// </summary>
    /// <param name="currentSize">The footer's current size in bytes.</param>
    /// <param name="mapLength">Bytes of the map, which bound it.</param>
    public static int SummedLength(ulong currentSize, int mapLength)
    {
        var bytes = Math.Min(currentSize >> 24, MaxMapLength);
        return (int)Math.Min(mapLength, Math.Max(VhdLayout.SectorSize, VhdLayout.PadToSector((long)bytes)));
    }

    /// <summary>
    /// Whether a header's checksum is that of its map: of the part that the definer sums or of all of it, and of
    /// version 1.1 with bytes of either sign.
    /// </summary>
    /// <param name="header">The header, of version 1.1 or 1.2.</param>
    /// <param name="map">The map, as long as the header says.</param>
    /// <param name="summedLength">The <see cref="SummedLength"/>.</param>
    public static bool IsSumRight(in TdBatmapHeader header, ReadOnlySpan<byte> map, int summedLength)
    {
        var unsigned = header;
        unsigned.Version = Version12;
        return Layout.IsValid(header, new ExternalRegions(map[..summedLength]))
            || Layout.IsValid(header, new ExternalRegions(map))
            || Layout.IsValid(unsigned, new ExternalRegions(map[..summedLength]))
            || Layout.IsValid(unsigned, new ExternalRegions(map));
    }
}
