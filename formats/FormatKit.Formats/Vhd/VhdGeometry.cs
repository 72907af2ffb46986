namespace FormatKit.Formats.Vhd;

/// <summary>The geometry that the specification computes for a disk, and the sizes that follow from one.</summary>
public static class VhdGeometry
{
    /// <summary>The most sectors a geometry can say: 65535 × 16 × 255.</summary>
    public const long MaxSectors = 65535L * 16 * 255;

    /// <summary>The geometry for a number of sectors; it addresses at most that many, often a few less.</summary>
    /// <remarks>Virtual Hard Disk Image Format Specification 1.0, Appendix: CHS Calculation.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="totalSectors"/> is negative.</exception>
    public static DiskGeometry For(long totalSectors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalSectors);
        var sectors = Math.Min(totalSectors, MaxSectors);
        var (sectorsPerTrack, heads) = sectors >= 65535L * 16 * 63 ? (255, 16) : Small(sectors);
        return new DiskGeometry
        {
            Cylinders = (ushort)(sectors / sectorsPerTrack / heads),
            Heads = (byte)heads,
            SectorsPerTrack = (byte)sectorsPerTrack,
        };
    }

    /// <summary>
    /// The next number of sectors from <paramref name="totalSectors"/> on whose geometry says exactly so many, fewer
    /// than 4,080 further; beyond <see cref="MaxSectors"/> the number itself, as no geometry says that much and all
    /// readers go by the current size.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="totalSectors"/> is negative.</exception>
    public static long RoundUp(long totalSectors)
    {
        var sectors = totalSectors;
        while (sectors < MaxSectors && For(sectors).Sectors != sectors)
        {
            sectors++;
        }

        return sectors;
    }

    private static (int SectorsPerTrack, int Heads) Small(long sectors)
    {
        var perTrack = 17;
        var tracks = sectors / perTrack;
        var heads = Math.Max(4, (int)((tracks + 1023) / 1024));
        if (tracks >= heads * 1024L || heads > 16)
        {
            perTrack = 31;
            heads = 16;
            tracks = sectors / perTrack;
        }

        if (tracks >= heads * 1024L)
        {
            perTrack = 63;
            heads = 16;
        }

        return (perTrack, heads);
    }
}
