namespace FormatKit.Formats.Vmdk;

/// <summary>The header of a hosted sparse extent (VMDK4), and the footer of a stream.</summary>
[BinaryLayout(512, ByteOrder.LittleEndian, Spec = "VMware Virtual Disk Format 5.0, Hosted Sparse Extent Header")]
public partial struct Vmdk4Header
{
    /// <summary>Tells the extent: <c>KDMV</c>.</summary>
    [Offset(0), Magic("KDMV")]
    public partial uint MagicNumber { readonly get; set; }

    /// <summary>1; 2 with zeroed grains; 3 in streams and with change tracking.</summary>
    [Offset(4), Range(1, 3)]
    public partial uint Version { readonly get; set; }

    /// <summary>What the extent uses. A bit that is not known may change what everything else means.</summary>
    [Offset(8), FlagPolicy(UnknownValues.Reject)]
    public partial Vmdk4Flags Flags { readonly get; set; }

    /// <summary>
    /// Guest sectors of the extent; 0 with a descriptor means that there is nothing but the descriptor.
    /// </summary>
    [Offset(12), Measure(Unit.Sectors)]
    public partial ulong Capacity { readonly get; set; }

    /// <summary>Size of a grain: a power of two above 8 sectors.</summary>
    [Offset(20), Measure(Unit.Sectors), PowerOfTwo]
    public partial ulong GrainSize { readonly get; set; }

    /// <summary>Where the embedded descriptor is; 0 when there is none.</summary>
    [Offset(28), NullValue(0), Position(Unit.Sectors, Length = nameof(DescriptorSize))]
    public partial ulong DescriptorOffset { readonly get; set; }

    /// <summary>Space for the embedded descriptor.</summary>
    [Offset(36), Measure(Unit.Sectors)]
    public partial ulong DescriptorSize { readonly get; set; }

    /// <summary>Entries in a grain table, usually 512.</summary>
    [Offset(44)]
    public partial uint EntriesPerTable { readonly get; set; }

    /// <summary>
    /// Where the redundant grain directory is; 0 when there is none, whatever the flags say (open-vmdk).
    /// </summary>
    [Offset(48), NullValue(0), Position(Unit.Sectors)]
    public partial ulong RedundantDirectoryOffset { readonly get; set; }

    /// <summary>Where the grain directory is; all ones when it is in the footer at the end.</summary>
    [Offset(56), NullValue(ulong.MaxValue), Position(Unit.Sectors)]
    public partial ulong DirectoryOffset { readonly get; set; }

    /// <summary>Sectors before the first grain.</summary>
    [Offset(64), Measure(Unit.Sectors)]
    public partial ulong Overhead { readonly get; set; }

    /// <summary>1 while the extent is open for writing.</summary>
    [Offset(72)]
    public partial byte UncleanShutdown { readonly get; set; }

    /// <summary>Line ends that a transfer in text mode would have changed.</summary>
    [Offset(73), Bytes(4), Magic("\n \r\n"), WhenFlag(nameof(Flags), Vmdk4Flags.NewLineTest)]
    public readonly partial ReadOnlySpan<byte> NewLineTest { get; }

    /// <summary>How grains are compressed.</summary>
    [Offset(77), EnumPolicy(UnknownValues.Reject)]
    public partial Vmdk4Compression Compression { readonly get; set; }

    /// <summary>Zeros; preserved.</summary>
    [Offset(79), Reserved(433)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }
}
