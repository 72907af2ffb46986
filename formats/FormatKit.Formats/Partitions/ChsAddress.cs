namespace FormatKit.Formats.Partitions;

/// <summary>A sector of a disk by cylinder, head and sector, as BIOS calls take it: 24 bits, of which the cylinder has
/// ten. Disks of more than 8 GiB say all ones.</summary>
[BinaryLayout(3, ByteOrder.LittleEndian, Spec = "UEFI Specification 2.10, 5.2.1 Legacy Master Boot Record")]
public partial struct ChsAddress
{
    /// <summary>The head, from 0.</summary>
    [Offset(0)] public partial byte Head { readonly get; set; }

    /// <summary>The sector, and above it the upper bits of the cylinder.</summary>
    [Offset(1)] public partial byte SectorAndCylinder { readonly get; set; }

    /// <summary>The sector of the track, from 1.</summary>
    [Bits(nameof(SectorAndCylinder), 0, 6)] public partial byte Sector { readonly get; set; }

    /// <summary>The upper 2 bits of the cylinder.</summary>
    [Bits(nameof(SectorAndCylinder), 6, 2)] public partial byte CylinderHigh { readonly get; set; }

    /// <summary>The lower 8 bits of the cylinder.</summary>
    [Offset(2)] public partial byte CylinderLow { readonly get; set; }

    /// <summary>The cylinder, 0 to 1023.</summary>
    public readonly int Cylinder => (CylinderHigh << 8) | CylinderLow;

    /// <summary>Cylinder/head/sector, such as <c>1023/254/63</c>.</summary>
    public override readonly string ToString() => $"{Cylinder}/{Head}/{Sector}";
}
