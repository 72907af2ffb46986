namespace FormatKit.Formats.Partitions;

/// <summary>
/// The header of a GUID partition table: the first one in logical block 1, the other in the last one of the disk.
/// </summary>
/// <remarks>The header has the whole block to itself. What follows byte 512 of a longer one is not declared: no header
/// is that long.</remarks>
[Replica("the last logical block of the disk")]
[BinaryLayout(512, ByteOrder.LittleEndian, Spec = "UEFI Specification 2.10, 5.3.2 GPT Header")]
public partial struct GptHeader
{
    /// <summary>Tells the header: <c>EFI PART</c>.</summary>
    [Offset(0), Magic("EFI PART")]
    public partial ulong Signature { readonly get; set; }

    /// <summary>Version of the header, 1.0: major in the upper, minor in the lower half.</summary>
    [Offset(8), Constant(0x0001_0000)]
    public partial uint Revision { readonly get; set; }

    /// <summary>Bytes of the header that its checksum covers: 92, and room for more.</summary>
    [Offset(12), Measure(Unit.Bytes), Range(92, 512)]
    public partial uint HeaderSize { readonly get; set; }

    /// <summary>CRC-32 of the header, as many bytes as it says, with this field as zero.</summary>
    [Offset(16), Checksum<Crc32>(Length = nameof(HeaderSize)), PerCopy]
    public partial uint HeaderChecksum { readonly get; set; }

    /// <summary>Must be zero.</summary>
    [Offset(20), Reserved(4, ReservedPolicy.MustBeZero)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }

    /// <summary>The logical block that holds this copy.</summary>
    [Offset(24), Position(Unit.Blocks), PerCopy(Mirrors = nameof(AlternateLba))]
    public partial ulong MyLba { readonly get; set; }

    /// <summary>The logical block that holds the other copy.</summary>
    [Offset(32), Position(Unit.Blocks), PerCopy(Mirrors = nameof(MyLba))]
    public partial ulong AlternateLba { readonly get; set; }

    /// <summary>The first logical block that partitions may have.</summary>
    [Offset(40), Position(Unit.Blocks)]
    public partial ulong FirstUsableLba { readonly get; set; }

    /// <summary>The last logical block that partitions may have.</summary>
    [Offset(48), Position(Unit.Blocks)]
    public partial ulong LastUsableLba { readonly get; set; }

    /// <summary>The id of the disk.</summary>
    [Offset(56), UniqueId(GuidOrder.Mixed)]
    public partial Guid DiskId { readonly get; set; }

    /// <summary>The first logical block of this copy's entries.</summary>
    [Offset(72), Position(Unit.Blocks), PerCopy]
    public partial ulong EntriesLba { readonly get; set; }

    /// <summary>How many entries there are, used or not; usually 128.</summary>
    [Offset(80)]
    public partial uint EntryCount { readonly get; set; }

    /// <summary>Size of an entry: 128, or that times a power of two.</summary>
    [Offset(84), Measure(Unit.Bytes), Range(128, int.MaxValue), PowerOfTwo]
    public partial uint EntrySize { readonly get; set; }

    /// <summary>CRC-32 of all entries, which are outside of this header.</summary>
    [Offset(88), Checksum<Crc32>(External = "entries")]
    public partial uint EntriesChecksum { readonly get; set; }

    /// <summary>
    /// The rest of the block, which must be zero; a later revision may use it, so readers do not look.
    /// </summary>
    [Offset(92), Reserved(420, ReservedPolicy.MustBeZero), Strict]
    public readonly partial ReadOnlySpan<byte> Rest { get; }

    [Rule("the last usable block is not before the first", Field = nameof(LastUsableLba))]
    private static bool HasUsableBlocks(in GptHeader header) => header.LastUsableLba >= header.FirstUsableLba;

    [Rule("the other copy is in another block", Field = nameof(AlternateLba))]
    private static bool HasAnotherPlace(in GptHeader header) => header.AlternateLba != header.MyLba;
}
