namespace FormatKit.Formats.Vmdk;

/// <summary>The first bytes of a space-efficient sparse extent: enough to tell one.</summary>
[BinaryLayout(16, ByteOrder.LittleEndian, Spec = "VMware seSparse, constant header, as qemu documents it")]
public partial struct SeSparseMagic
{
    /// <summary>Tells the extent: 0xCAFEBABE.</summary>
    [Offset(0), Magic(0xCAFE_BABE)] public partial ulong MagicNumber { readonly get; set; }

    /// <summary>Version 2.1.</summary>
    [Offset(8), Constant(0x2_0000_0001)] public partial ulong Version { readonly get; set; }
}
