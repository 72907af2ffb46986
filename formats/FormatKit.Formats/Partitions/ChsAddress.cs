namespace FormatKit.Formats.Partitions;

/// <summary>A sector of a disk by cylinder, head and sector, as BIOS calls take it: 24 bits, of which the cylinder has
/// ten. Disks of more than 8 GiB say all ones.</summary>
[BinaryLayout(3, ByteOrder.LittleEndian, Spec = "UEFI Specification 2.10, 5.2.1 Legacy Master Boot Record")]
public partial struct ChsAddress
{
    /// <summary>The head, from 0.</summary>
    [Offset(0)] public partial byte Head { readonly get; set; }

    /// <summary>The sector of the track in the lower 6 bits, from 1; above it bits 8 and 9 of the cylinder.</summary>
    [Offset(1)] public partial byte SectorAndCylinder { readonly get; set; }

    /// <summary>The lower 8 bits of the cylinder.</summary>
    [Offset(2)] public partial byte CylinderLow { readonly get; set; }
}
