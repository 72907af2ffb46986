namespace FormatKit.Formats.Vhd;

/// <summary>
/// The footer at the end of every VHD, of which dynamic and differencing disks keep a copy at byte 0.
/// </summary>
[BinaryLayout(512, ByteOrder.BigEndian,
    Spec = "Virtual Hard Disk Image Format Specification 1.0, Hard Disk Footer Format")]
[Replica("byte 0 of dynamic and differencing disks")]
public partial struct VhdFooter
{
    /// <summary>Tells a VHD: <c>conectix</c>.</summary>
    [Offset(0), Magic("conectix")]
    public partial ulong Cookie { readonly get; set; }

    /// <summary>Features that the disk needs.</summary>
    [Offset(8)]
    public partial VhdFeatures Features { readonly get; set; }

    /// <summary>Version of the format, 1.0: major in the upper, minor in the lower half.</summary>
    [Offset(12), Constant(0x0001_0000)]
    public partial uint Version { readonly get; set; }

    /// <summary>Where the dynamic header is; all ones in a fixed disk.</summary>
    [Offset(16), NullValue(ulong.MaxValue), Position(Unit.Bytes)]
    public partial ulong DataOffset { readonly get; set; }

    /// <summary>When the disk was made; a child keeps its parent's time of last change.</summary>
    [Offset(24), Timestamp("2000-01-01")]
    public partial DateTimeOffset CreatedAt { readonly get; set; }

    /// <summary>
    /// The application that made the disk. <c>vpc </c> and <c>qemu</c> mean that the geometry gives the size.
    /// </summary>
    [Offset(28)]
    public partial FourCC CreatorApplication { readonly get; set; }

    /// <summary>Version of the creator, major in the upper half.</summary>
    [Offset(32)]
    public partial uint CreatorVersion { readonly get; set; }

    /// <summary>The system that the creator ran on: <c>Wi2k</c>, <c>Mac </c>; 0 from tapdisk.</summary>
    [Offset(36)]
    public partial FourCC CreatorHost { readonly get; set; }

    /// <summary>The guest's size when the disk was made.</summary>
    [Offset(40), Measure(Unit.Bytes)]
    public partial ulong OriginalSize { readonly get; set; }

    /// <summary>The guest's size now.</summary>
    [Offset(48), Measure(Unit.Bytes)]
    public partial ulong CurrentSize { readonly get; set; }

    /// <summary>Cylinders, heads and sectors per track, usually a little less than the current size.</summary>
    [Offset(56)]
    public partial DiskGeometry Geometry { readonly get; set; }

    /// <summary>What kind of disk this is.</summary>
    [Offset(60), EnumPolicy(UnknownValues.Reject)]
    public partial VhdDiskType DiskType { readonly get; set; }

    /// <summary>One's complement of the sum of all 512 bytes with this field as zero.</summary>
    [Offset(64), Checksum<OnesComplementByteSum32>]
    public partial uint Checksum { readonly get; set; }

    /// <summary>Names the disk; a child keeps its parent's.</summary>
    [Offset(68), UniqueId(GuidOrder.Rfc4122)]
    public partial Guid UniqueId { readonly get; set; }

    /// <summary>1 when the machine that uses the disk is in saved state.</summary>
    [Offset(84)]
    public partial byte SavedState { readonly get; set; }

    /// <summary>Zeros, except that tapdisk keeps its <em>hidden</em> flag in the first byte; preserved.</summary>
    [Offset(85), Reserved(427)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }
}
