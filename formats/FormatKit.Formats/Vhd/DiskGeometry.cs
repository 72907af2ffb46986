namespace FormatKit.Formats.Vhd;

/// <summary>Cylinders, heads and sectors per track as a VHD footer keeps them.</summary>
[BinaryLayout(4, ByteOrder.BigEndian,
    Spec = "Virtual Hard Disk Image Format Specification 1.0, Hard Disk Footer Format, Disk Geometry")]
public partial struct DiskGeometry
{
    /// <summary>Cylinders.</summary>
    [Offset(0)] public partial ushort Cylinders { readonly get; set; }

    /// <summary>Heads.</summary>
    [Offset(2)] public partial byte Heads { readonly get; set; }

    /// <summary>Sectors per track and cylinder.</summary>
    [Offset(3)] public partial byte SectorsPerTrack { readonly get; set; }

    /// <summary>The sectors that the geometry can address: cylinders × heads × sectors per track.</summary>
    public readonly long Sectors => (long)Cylinders * Heads * SectorsPerTrack;

    /// <summary>Cylinders/heads/sectors, such as <c>1024/16/63</c>.</summary>
    public override readonly string ToString() => $"{Cylinders}/{Heads}/{SectorsPerTrack}";
}
