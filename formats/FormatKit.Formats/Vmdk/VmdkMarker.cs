namespace FormatKit.Formats.Vmdk;

/// <summary>
/// A marker in a stream, one sector. When <see cref="DataSize"/> is not 0 it is a compressed grain instead: its first
/// 12 bytes are the grain's sector and size, and the data stand where type and padding would be.
/// </summary>
[BinaryLayout(512, ByteOrder.LittleEndian,
    Spec = "VMware Virtual Disk Format 5.0, Stream-Optimized Compressed Sparse Extents")]
public partial struct VmdkMarker
{
    /// <summary>Sectors of the structure that follows; for a grain, its first guest sector.</summary>
    [Offset(0), Measure(Unit.Sectors)]
    public partial ulong SectorCount { readonly get; set; }

    /// <summary>0 in a marker; for a grain, the length of its compressed data.</summary>
    [Offset(8), Measure(Unit.Bytes)]
    public partial uint DataSize { readonly get; set; }

    /// <summary>What follows.</summary>
    [Offset(12), EnumPolicy(UnknownValues.Preserve)]
    public partial VmdkMarkerType MarkerType { readonly get; set; }

    /// <summary>Zeros; preserved.</summary>
    [Offset(16), Reserved(496)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }
}
