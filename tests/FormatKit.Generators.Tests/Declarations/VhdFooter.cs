namespace FormatKit.Generators.Tests.Declarations;

/// <summary>What a footer says about its disk.</summary>
[Flags]
public enum VhdFeatures : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The disk may be deleted on shutdown.</summary>
    Temporary = 1,

    /// <summary>Always set.</summary>
    Reserved = 2,
}

/// <summary>How a disk keeps its blocks.</summary>
public enum VhdDiskType : uint
{
    /// <summary>No disk.</summary>
    None = 0,

    /// <summary>All sectors one after the other.</summary>
    Fixed = 2,

    /// <summary>Blocks as they are written.</summary>
    Dynamic = 3,

    /// <summary>Blocks that differ from a parent's.</summary>
    Differencing = 4,
}

/// <summary>Cylinders, heads and sectors per track.</summary>
[BinaryLayout(4, ByteOrder.BigEndian)]
public partial struct DiskGeometry
{
    /// <summary>How many cylinders.</summary>
    [Offset(0)] public partial ushort Cylinders { readonly get; set; }

    /// <summary>How many heads.</summary>
    [Offset(2)] public partial byte Heads { readonly get; set; }

    /// <summary>How many sectors a track has.</summary>
    [Offset(3)] public partial byte SectorsPerTrack { readonly get; set; }

    /// <inheritdoc/>
    public override readonly string ToString() => $"{Cylinders} × {Heads} × {SectorsPerTrack}";
}

/// <summary>The last 512 bytes of every VHD, and the first of most.</summary>
[BinaryLayout(512, ByteOrder.BigEndian,
    Spec = "Virtual Hard Disk Image Format Specification 1.0, Hard Disk Footer Format")]
public partial struct VhdFooter
{
    /// <summary>Identifies the creator of the disk.</summary>
    [Offset(0), Magic("conectix")] public partial ulong Cookie { readonly get; set; }
    [Offset(8)] public partial VhdFeatures Features { readonly get; set; }
    [Offset(12), Constant(0x00010000)] public partial uint Version { readonly get; set; }
    [Offset(16), NullValue(ulong.MaxValue), Position(Unit.Bytes)] public partial ulong DataOffset { readonly get; set; }
    [Offset(24), Timestamp("2000-01-01")] public partial DateTimeOffset CreatedAt { readonly get; set; }
    [Offset(28)] public partial FourCC CreatorApplication { readonly get; set; }
    [Offset(32)] public partial uint CreatorVersion { readonly get; set; }
    [Offset(36)] public partial FourCC CreatorHost { readonly get; set; }
    [Offset(40), Measure(Unit.Bytes)] public partial ulong OriginalSize { readonly get; set; }
    [Offset(48), Measure(Unit.Bytes)] public partial ulong CurrentSize { readonly get; set; }
    [Offset(56)] public partial DiskGeometry Geometry { readonly get; set; }
    [Offset(60), EnumPolicy(UnknownValues.Reject)] public partial VhdDiskType DiskType { readonly get; set; }
    [Offset(64), Checksum<OnesComplementByteSum32>] public partial uint Checksum { readonly get; set; }
    [Offset(68), UniqueId(GuidOrder.Rfc4122)] public partial Guid UniqueId { readonly get; set; }
    [Offset(84)] public partial byte SavedState { readonly get; set; }
    [Offset(85), Reserved(427)] public readonly partial ReadOnlySpan<byte> Reserved { get; }
}
