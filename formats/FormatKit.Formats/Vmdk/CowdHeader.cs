namespace FormatKit.Formats.Vmdk;

/// <summary>The header of a copy-on-write disk (VMDK3, ESX vmfsSparse).</summary>
[BinaryLayout(2048, ByteOrder.LittleEndian,
    Spec = "VMware Virtual Disk Format 1.0, COWDisk_Header; libvmdk, VMDK format notes")]
public partial struct CowdHeader
{
    /// <summary>Tells the disk: <c>COWD</c>.</summary>
    [Offset(0), Magic("COWD")]
    public partial uint MagicNumber { readonly get; set; }

    /// <summary>Version of the format.</summary>
    [Offset(4), Constant(1)]
    public partial uint Version { readonly get; set; }

    /// <summary>What the disk is.</summary>
    [Offset(8)]
    public partial CowdFlags Flags { readonly get; set; }

    /// <summary>Guest sectors of the disk.</summary>
    [Offset(12), Measure(Unit.Sectors)]
    public partial uint Capacity { readonly get; set; }

    /// <summary>Size of a grain.</summary>
    [Offset(16), Measure(Unit.Sectors)]
    public partial uint GrainSize { readonly get; set; }

    /// <summary>Where the grain directory is.</summary>
    [Offset(20), Position(Unit.Sectors)]
    public partial uint DirectoryOffset { readonly get; set; }

    /// <summary>Entries in the grain directory.</summary>
    [Offset(24)]
    public partial uint DirectoryEntries { readonly get; set; }

    /// <summary>Where the next grain or table will be allocated.</summary>
    [Offset(28), Position(Unit.Sectors)]
    public partial uint NextFreeSector { readonly get; set; }

    /// <summary>
    /// A <see cref="CowdRoot"/> when <see cref="CowdFlags.Root"/> is set, a <see cref="CowdChild"/> otherwise.
    /// </summary>
    [Offset(32), Bytes(1028)]
    public readonly partial ReadOnlySpan<byte> RootOrChild { get; }

    /// <summary>Counts the changes of the disk, so that a child can tell that its parent changed.</summary>
    [Offset(1060)]
    public partial uint Generation { readonly get; set; }

    /// <summary>The name of the disk.</summary>
    [Offset(1064), Text(60, TextEncoding.Ascii)]
    public partial string DiskName { readonly get; set; }

    /// <summary>A description of the disk.</summary>
    [Offset(1124), Text(512, TextEncoding.Ascii)]
    public partial string Description { readonly get; set; }

    /// <summary>The generation when the disk was last saved.</summary>
    [Offset(1636)]
    public partial uint SavedGeneration { readonly get; set; }

    /// <summary>Without a known meaning; preserved.</summary>
    [Offset(1640), Reserved(8)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }

    /// <summary>1 while the disk is open for writing.</summary>
    [Offset(1648)]
    public partial uint UncleanShutdown { readonly get; set; }

    /// <summary>Padding to four sectors; preserved.</summary>
    [Offset(1652), Reserved(396)]
    public readonly partial ReadOnlySpan<byte> Padding { get; }
}
