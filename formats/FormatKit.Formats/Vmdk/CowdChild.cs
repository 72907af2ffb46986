namespace FormatKit.Formats.Vmdk;

/// <summary>What <see cref="CowdHeader.RootOrChild"/> holds in a disk with a parent: the parent's name.</summary>
[BinaryLayout(1028, ByteOrder.LittleEndian, Spec = "VMware Virtual Disk Format 1.0, COWDisk_Header, child")]
public partial struct CowdChild
{
    /// <summary>The parent's file name.</summary>
    [Offset(0), Text(1024, TextEncoding.Ascii)] public partial string ParentName { readonly get; set; }

    /// <summary>The parent's generation when the child was made.</summary>
    [Offset(1024)] public partial uint ParentGeneration { readonly get; set; }
}
