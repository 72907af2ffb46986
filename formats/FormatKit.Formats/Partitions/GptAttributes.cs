namespace FormatKit.Formats.Partitions;

/// <summary>What holds for a partition of a GPT, whatever its type. Bits from 48 on are each type's own.</summary>
/// <remarks>UEFI Specification 2.10, 5.3.3, Defined GPT Partition Entry - Attributes.</remarks>
[Flags]
public enum GptAttributes : ulong
{
    /// <summary>The machine does not work without it: it must not be deleted.</summary>
    RequiredPartition = 1 << 0,

    /// <summary>Firmware gives no access to its blocks.</summary>
    NoBlockIo = 1 << 1,

    /// <summary>A BIOS may start from it; UEFI does not care.</summary>
    LegacyBiosBootable = 1 << 2,
}
