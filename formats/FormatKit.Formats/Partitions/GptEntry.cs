namespace FormatKit.Formats.Partitions;

/// <summary>A partition in a GUID partition table. Entries may be longer; what follows is not defined.</summary>
[BinaryLayout(128, ByteOrder.LittleEndian,
    Spec = "UEFI Specification 2.10, 5.3.3 GPT Partition Entry Array")]
public partial struct GptEntry
{
    /// <summary>What the partition is for; all zero where there is none.</summary>
    [Offset(0), UniqueId(GuidOrder.Mixed)]
    public partial Guid Type { readonly get; set; }

    /// <summary>Names the partition.</summary>
    [Offset(16), UniqueId(GuidOrder.Mixed)]
    public partial Guid UniqueId { readonly get; set; }

    /// <summary>The first logical block.</summary>
    [Offset(32), Position(Unit.Blocks)]
    public partial ulong FirstLba { readonly get; set; }

    /// <summary>The last logical block, which belongs to it.</summary>
    [Offset(40), Position(Unit.Blocks)]
    public partial ulong LastLba { readonly get; set; }

    /// <summary>What holds for the partition; the upper 16 bits are its type's own.</summary>
    [Offset(48)]
    public partial GptAttributes Attributes { readonly get; set; }

    /// <summary>The name for people.</summary>
    [Offset(56), Text(72, TextEncoding.Utf16LittleEndian)]
    public partial string Name { readonly get; set; }

    [Rule("a partition does not end before it starts", Field = nameof(LastLba))]
    private static bool EndsBehindItsStart(in GptEntry entry) =>
        entry.Type == Guid.Empty || entry.LastLba >= entry.FirstLba;
}
