namespace FormatKit.Formats.Vmdk;

/// <summary>What <see cref="CowdHeader.RootOrChild"/> holds in a disk without a parent: its geometry.</summary>
[BinaryLayout(1028, ByteOrder.LittleEndian, Spec = "VMware Virtual Disk Format 1.0, COWDisk_Header, root")]
public partial struct CowdRoot
{
    /// <summary>Cylinders.</summary>
    [Offset(0)] public partial uint Cylinders { readonly get; set; }

    /// <summary>Heads.</summary>
    [Offset(4)] public partial uint Heads { readonly get; set; }

    /// <summary>Sectors per track.</summary>
    [Offset(8)] public partial uint SectorsPerTrack { readonly get; set; }

    /// <summary>Unused here; preserved.</summary>
    [Offset(12), Reserved(1016)] public readonly partial ReadOnlySpan<byte> Reserved { get; }
}
