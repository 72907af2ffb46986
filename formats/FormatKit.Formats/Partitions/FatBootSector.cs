namespace FormatKit.Formats.Partitions;

/// <summary>
/// How a volume of FAT or NTFS begins. It ends with 55 AA like a <see cref="MbrSector"/>, and a disk without
/// partitions has it where others have theirs.
/// </summary>
[BinaryLayout(22, ByteOrder.LittleEndian, Spec = "Microsoft FAT Specification (2005), 3.1 BIOS Parameter Block")]
public partial struct FatBootSector
{
    /// <summary>An x86 jump over the parameters, short or near.</summary>
    [Offset(0), OneOf(0xEB, 0xE9)]
    public partial byte Jump { readonly get; set; }

    /// <summary>Where it goes; behind a short jump one byte of it is a no-operation.</summary>
    [Offset(1), Bytes(2)]
    public readonly partial ReadOnlySpan<byte> JumpTarget { get; }

    /// <summary>Who formatted the volume, or its format.</summary>
    [Offset(3), Text(8, TextEncoding.Ascii, Padding = TextPadding.Space)]
    public partial string OemName { readonly get; set; }

    /// <summary>Bytes in a sector.</summary>
    [Offset(11), Measure(Unit.Bytes), OneOf(512, 1024, 2048, 4096)]
    public partial ushort BytesPerSector { readonly get; set; }

    /// <summary>Sectors in a cluster: a power of two.</summary>
    [Offset(13), PowerOfTwo]
    public partial byte SectorsPerCluster { readonly get; set; }

    /// <summary>Sectors before the first allocation table.</summary>
    [Offset(14)]
    public partial ushort ReservedSectors { readonly get; set; }

    /// <summary>Allocation tables; 0 in NTFS.</summary>
    [Offset(16)]
    public partial byte TableCount { readonly get; set; }

    /// <summary>Entries in the root directory; 0 in FAT32.</summary>
    [Offset(17)]
    public partial ushort RootEntries { readonly get; set; }

    /// <summary>Sectors of the volume where they fit 16 bits.</summary>
    [Offset(19)]
    public partial ushort SectorCount { readonly get; set; }

    /// <summary>The kind of medium, F0 or F8 to FF.</summary>
    [Offset(21), OneOf(0xF0, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF)]
    public partial byte Media { readonly get; set; }

    /// <summary>Whether a volume of FAT, exFAT or NTFS begins at a place. exFAT has its parameters elsewhere, and NTFS
    /// some of its own.</summary>
    internal static bool IsAt(IByteSource disk, long offset) =>
        disk.TryRead<FatBootSector>(offset, out var sector)
        && (sector.OemName is "NTFS" or "EXFAT" || Layout.IsValid(sector));
}
