namespace FormatKit.Formats.Vhd;

/// <summary>The header of dynamic and differencing disks, at the footer's data offset.</summary>
[BinaryLayout(1024, ByteOrder.BigEndian,
    Spec = "Virtual Hard Disk Image Format Specification 1.0, Dynamic Disk Header Format")]
public partial struct VhdDynamicHeader
{
    /// <summary>Tells the header: <c>cxsparse</c>.</summary>
    [Offset(0), Magic("cxsparse")]
    public partial ulong Cookie { readonly get; set; }

    /// <summary>Where a next structure would be; all ones, as there is none.</summary>
    [Offset(8), NullValue(ulong.MaxValue), Position(Unit.Bytes)]
    public partial ulong DataOffset { readonly get; set; }

    /// <summary>Where the block allocation table is.</summary>
    [Offset(16), Position(Unit.Bytes)]
    public partial ulong TableOffset { readonly get; set; }

    /// <summary>Version of the header, 1.0: major in the upper, minor in the lower half.</summary>
    [Offset(24), Constant(0x0001_0000)]
    public partial uint HeaderVersion { readonly get; set; }

    /// <summary>
    /// Entries in the block allocation table: the blocks of the disk. Larger tables exist and are tolerated.
    /// </summary>
    [Offset(28)]
    public partial uint MaxTableEntries { readonly get; set; }

    /// <summary>Guest bytes in a block, without its sector bitmap: a power of two, usually 2 MiB.</summary>
    [Offset(32), Measure(Unit.Bytes), PowerOfTwo, Range(512, uint.MaxValue)]
    public partial uint BlockSize { readonly get; set; }

    /// <summary>
    /// One's complement of the sum of all 1,024 bytes with this field as zero. qemu never checks it.
    /// </summary>
    [Offset(36), Checksum<OnesComplementByteSum32>]
    public partial uint Checksum { readonly get; set; }

    /// <summary>The unique id of the parent of a differencing disk; all zeros for a raw parent (blktap).</summary>
    [Offset(40), UniqueId(GuidOrder.Rfc4122)]
    public partial Guid ParentUniqueId { readonly get; set; }

    /// <summary>When the parent was last changed.</summary>
    [Offset(56), Timestamp("2000-01-01")]
    public partial DateTimeOffset ParentTimestamp { readonly get; set; }

    /// <summary>Zeros; preserved.</summary>
    [Offset(60), Reserved(4)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }

    /// <summary>The parent's file name; some Hyper-V files hold a full path.</summary>
    [Offset(64), Text(512, TextEncoding.Utf16BigEndian)]
    public partial string ParentName { readonly get; set; }

    /// <summary>Where the parent is, said in up to eight ways.</summary>
    [Offset(576), FixedCount(8)]
    public readonly partial ReadOnlySpan<VhdParentLocator> ParentLocators { get; }

    /// <summary>Zeros; preserved.</summary>
    [Offset(768), Reserved(256)]
    public readonly partial ReadOnlySpan<byte> ReservedEnd { get; }
}
