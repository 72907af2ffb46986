namespace FormatKit.Formats.Vhd;

/// <summary>
/// Where the blocks of a dynamic disk are: from a guest offset to a block, from a block to its table entry, from an
/// entry to the sector bitmap and the data. Pure arithmetic; every value is checked once, on creation.
/// </summary>
/// <remarks>Virtual Hard Disk Image Format Specification 1.0, Block Allocation Table and Data Blocks.</remarks>
public sealed class VhdLayout
{
    /// <summary>Bytes in a sector, the unit of table entries and bitmaps.</summary>
    public const int SectorSize = 512;

    /// <summary>The table entry of a block that is not in the file.</summary>
    public const uint Unallocated = 0xFFFF_FFFF;

    /// <summary>The largest guest: 2,040 GiB, 0xFF000000 sectors.</summary>
    public const long MaxGuestLength = 0xFF00_0000L * SectorSize;

    /// <summary>The largest file: sector numbers have 32 bits, of which all ones is taken.</summary>
    public const long MaxFileLength = (long)uint.MaxValue * SectorSize;

    /// <summary>The smallest block.</summary>
    public const int MinBlockSize = SectorSize;

    /// <summary>The largest block that is read: 256 MiB. The usual one has 2 MiB.</summary>
    public const int MaxBlockSize = 256 << 20;

    /// <summary>
    /// The most table entries that are read, 2 TiB at 512 KiB a block: a budget, so that a hostile header cannot
    /// make a reader scan for minutes.
    /// </summary>
    public const uint MaxTableEntries = 4 << 20;

    /// <summary>The layout of a dynamic disk.</summary>
    /// <param name="guestLength">Guest bytes, 0 to <see cref="MaxGuestLength"/>.</param>
    /// <param name="blockSize">Guest bytes in a block: a power of two from <see cref="MinBlockSize"/> on.</param>
    /// <param name="tableOffset">
    /// Where the block allocation table is, a multiple of 512 up to <see cref="MaxFileLength"/>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public VhdLayout(long guestLength, int blockSize, HostOffset tableOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(guestLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(guestLength, MaxGuestLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockSize, MinBlockSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blockSize, MaxBlockSize);
        ArgumentOutOfRangeException.ThrowIfNotEqual(int.IsPow2(blockSize), true, nameof(blockSize));
        ArgumentOutOfRangeException.ThrowIfNegative(tableOffset.Value, nameof(tableOffset));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tableOffset.Value, MaxFileLength, nameof(tableOffset));
        ArgumentOutOfRangeException.ThrowIfNotEqual(tableOffset.Value % SectorSize, 0, nameof(tableOffset));
        GuestLength = guestLength;
        BlockSize = blockSize;
        TableOffset = tableOffset;
        Blocks = (guestLength + blockSize - 1) / blockSize;
    }

    /// <summary>Guest bytes.</summary>
    public long GuestLength { get; }

    /// <summary>Guest bytes in a block.</summary>
    public int BlockSize { get; }

    /// <summary>Where the block allocation table is.</summary>
    public HostOffset TableOffset { get; }

    /// <summary>Blocks of the disk, the last one possibly cut short by the guest's end.</summary>
    public long Blocks { get; }

    /// <summary>Bytes of the table with one entry a block, padded to whole sectors.</summary>
    public long TableLength => PadToSector(Blocks * sizeof(uint));

    /// <summary>Bytes of a sector bitmap: one bit a sector of the block, padded to whole sectors.</summary>
    public int BitmapLength => (int)PadToSector((BlockSize / SectorSize + 7) / 8);

    /// <summary>File bytes of a block: bitmap, then data. 4,097 sectors for the usual 2 MiB.</summary>
    public long BlockStride => BitmapLength + (long)BlockSize;

    /// <summary>Rounds up to whole sectors.</summary>
    public static long PadToSector(long bytes) => (bytes + SectorSize - 1) / SectorSize * SectorSize;

    /// <summary>The block that holds a guest byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The disk has no such byte.</exception>
    public long BlockOf(GuestOffset offset)
    {
        ThrowUnlessBelow(offset.Value, GuestLength, nameof(offset));
        return offset.Value / BlockSize;
    }

    /// <summary>The first guest byte of a block.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The disk has no such block.</exception>
    public GuestOffset StartOf(long block)
    {
        ThrowUnlessBelow(block, Blocks, nameof(block));
        return new GuestOffset(block * BlockSize);
    }

    /// <summary>Guest bytes in a block: the block size, less at the end of the disk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The disk has no such block.</exception>
    public int LengthOf(long block)
    {
        ThrowUnlessBelow(block, Blocks, nameof(block));
        return (int)Math.Min(BlockSize, GuestLength - (block * BlockSize));
    }

    /// <summary>Where the table entry of a block is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The disk has no such block.</exception>
    public HostOffset EntryOffset(long block)
    {
        ThrowUnlessBelow(block, Blocks, nameof(block));
        return TableOffset + (block * sizeof(uint));
    }

    /// <summary>Where the sector bitmap is that an entry points at.</summary>
    public static HostOffset BitmapAt(uint entry) => new((long)entry * SectorSize);

    /// <summary>Where the data are that belong to the bitmap an entry points at.</summary>
    public HostOffset DataAt(uint entry) => BitmapAt(entry) + BitmapLength;

    /// <summary>The entry for a block whose bitmap is at <paramref name="bitmap"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The place is negative, not on a sector or past 32 bits of sectors.
    /// </exception>
    public static uint EntryFor(HostOffset bitmap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bitmap.Value, nameof(bitmap));
        ArgumentOutOfRangeException.ThrowIfNotEqual(bitmap.Value % SectorSize, 0, nameof(bitmap));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
            bitmap.Value / SectorSize, Unallocated, nameof(bitmap));
        return (uint)(bitmap.Value / SectorSize);
    }
    private static void ThrowUnlessBelow(long value, long limit, string name)
    {
        // One comparison: a negative value is a large unsigned one.
        if ((ulong)value >= (ulong)limit)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The {name} is from 0 to below {limit}.");
        }
    }
}
