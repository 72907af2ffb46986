namespace FormatKit.Formats.Vmdk;

/// <summary>
/// Where the grains of a sparse extent are: from a guest offset to a grain, from a grain to its grain table and the
/// entry there, from an entry to the data. Pure arithmetic; every value is checked once, on creation.
/// </summary>
/// <remarks>VMware Virtual Disk Format 5.0, Hosted Sparse Extents: grain directory and grain tables.</remarks>
public sealed class VmdkSparseLayout
{
    /// <summary>Bytes in a sector, the unit of all entries.</summary>
    public const int SectorSize = 512;

    /// <summary>The entry of a table or grain that is not in the file.</summary>
    public const uint Unallocated = 0;

    /// <summary>The table entry of a grain of zeros, where the header allows it.</summary>
    public const uint Zeroed = 1;

    /// <summary>The end of the farthest place that a sector number of 32 bits can name: 2 TiB.</summary>
    public const long MaxFileLength = (1L << 32) * SectorSize;

    /// <summary>The most entries of a grain directory that are read, as many as qemu reads: 64 PiB at 512 entries a
    /// table and 4 KiB a grain, 1 EiB at 64 KiB.</summary>
    public const long MaxDirectoryEntries = 32 << 20;

    /// <summary>The most entries of a grain table, and the usual number.</summary>
    public const int MaxTableEntries = 512;

    /// <summary>The largest grain that is read: 1 GiB, as qemu has it. The usual one has 64 KiB.</summary>
    public const int MaxGrainSize = 1 << 30;

    /// <summary>The layout of an extent.</summary>
    /// <param name="guestLength">Guest bytes; whole sectors.</param>
    /// <param name="grainSize">Guest bytes in a grain: a power of two from 512 to <see cref="MaxGrainSize"/>.</param>
    /// <param name="tableEntries">Entries in a grain table, 1 to <see cref="MaxTableEntries"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range, or they ask for more directory
    /// entries than <see cref="MaxDirectoryEntries"/>.</exception>
    public VmdkSparseLayout(long guestLength, int grainSize, int tableEntries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(guestLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(guestLength % SectorSize, 0, nameof(guestLength));
        ArgumentOutOfRangeException.ThrowIfLessThan(grainSize, SectorSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(grainSize, MaxGrainSize);
        ArgumentOutOfRangeException.ThrowIfNotEqual(int.IsPow2(grainSize), true, nameof(grainSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(tableEntries, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tableEntries, MaxTableEntries);
        GuestLength = guestLength;
        GrainSize = grainSize;
        TableEntries = tableEntries;
        Tables = DirectoryEntries(guestLength, grainSize, tableEntries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Tables, MaxDirectoryEntries, nameof(guestLength));
    }

    /// <summary>Guest bytes.</summary>
    public long GuestLength { get; }

    /// <summary>Guest bytes in a grain.</summary>
    public int GrainSize { get; }

    /// <summary>Entries in a grain table.</summary>
    public int TableEntries { get; }

    /// <summary>Grain tables, and so entries of the grain directory.</summary>
    public long Tables { get; }

    /// <summary>Bytes of the grain directory: an entry a table, without padding.</summary>
    public long DirectoryLength => Tables * sizeof(uint);

    /// <summary>Bytes of a grain table.</summary>
    public int TableLength => TableEntries * sizeof(uint);

    /// <summary>Guest bytes that a grain table speaks for.</summary>
    public long TableCoverage => (long)GrainSize * TableEntries;

    /// <summary>Rounds up to whole sectors.</summary>
    public static long PadToSector(long bytes) => (bytes + SectorSize - 1) / SectorSize * SectorSize;

    /// <summary>How many directory entries a disk needs.</summary>
    /// <param name="guestLength">Guest bytes.</param>
    /// <param name="grainSize">Guest bytes in a grain.</param>
    /// <param name="tableEntries">Entries in a grain table.</param>
    public static long DirectoryEntries(long guestLength, long grainSize, long tableEntries)
    {
        var coverage = grainSize * tableEntries;
        return (guestLength / coverage) + (guestLength % coverage == 0 ? 0 : 1);
    }

    /// <summary>The grain that holds a guest byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The disk has no such byte.</exception>
    public long GrainOf(GuestOffset offset)
    {
        // One comparison: a negative value is a large unsigned one.
        if ((ulong)offset.Value >= (ulong)GuestLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(offset), offset.Value, $"The offset is from 0 to below {GuestLength}.");
        }

        return offset.Value / GrainSize;
    }

    /// <summary>The first guest byte of a grain.</summary>
    public GuestOffset StartOf(long grain) => new(grain * GrainSize);

    /// <summary>Guest bytes in a grain: the grain size, less at the end of the disk.</summary>
    public int LengthOf(long grain) => (int)Math.Min(GrainSize, GuestLength - (grain * GrainSize));

    /// <summary>The table that has a grain's entry, and the entry's number in the directory.</summary>
    public long TableOf(long grain) => grain / TableEntries;

    /// <summary>The number of a grain's entry in its table.</summary>
    public int EntryOf(long grain) => (int)(grain % TableEntries);

    /// <summary>How many entries of a table belong to grains of the disk: all, but fewer in the last table.</summary>
    public int EntriesIn(long table)
    {
        var grains = (GuestLength / GrainSize) + (GuestLength % GrainSize == 0 ? 0 : 1);
        return (int)Math.Min(TableEntries, grains - (table * TableEntries));
    }

    /// <summary>Where the table or grain is that an entry points at.</summary>
    public static HostOffset PlaceOf(uint entry) => new((long)entry * SectorSize);

    /// <summary>The entry for a table or grain at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place is not on a sector, in the first two sectors, which
    /// entries cannot name, or past 32 bits of sectors.</exception>
    public static uint EntryFor(HostOffset place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(place.Value, SectorSize, nameof(place));
        ArgumentOutOfRangeException.ThrowIfNotEqual(place.Value % SectorSize, 0, nameof(place));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place.Value, MaxFileLength, nameof(place));
        return (uint)(place.Value / SectorSize);
    }
}
