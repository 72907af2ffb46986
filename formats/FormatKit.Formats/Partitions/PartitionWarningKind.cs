namespace FormatKit.Formats.Partitions;

/// <summary>What is wrong with a partition table. What can be read of it is read all the same.</summary>
public enum PartitionWarningKind
{
    /// <summary>Bytes of the table are behind the end of the disk, or could not be read.</summary>
    Unreadable,

    /// <summary>An extended boot record is none.</summary>
    BrokenChain,

    /// <summary>A chain of extended boot records comes back to one it had before.</summary>
    Loop,

    /// <summary>A chain of extended boot records leaves its extended partition.</summary>
    LeavesExtended,

    /// <summary>There are more records or entries than are read.</summary>
    TooMany,

    /// <summary>An entry whose type says that it is used describes no partition.</summary>
    ImpossibleEntry,

    /// <summary>A partition ends behind the disk.</summary>
    PastEnd,

    /// <summary>A partition is outside of what its table gives to partitions.</summary>
    OutsideUsable,

    /// <summary>Two partitions have bytes in common.</summary>
    Overlap,

    /// <summary>A GPT's MBR has partitions of its own, which systems without GPT go by.</summary>
    HybridMbr,

    /// <summary>There is a GPT, and the MBR does not say so: the MBR counts.</summary>
    GptIgnored,

    /// <summary>There is a GPT, and no MBR that protects it.</summary>
    NoProtectiveMbr,

    /// <summary>The first copy of a GPT is damaged.</summary>
    PrimaryDamaged,

    /// <summary>The second copy of a GPT is damaged or not there.</summary>
    BackupDamaged,

    /// <summary>The second copy of a GPT is not at the end of the disk.</summary>
    BackupNotAtEnd,

    /// <summary>The copies of a GPT are whole and say different things.</summary>
    CopiesDiffer,

    /// <summary>No copy of a GPT is whole.</summary>
    BothDamaged,

    /// <summary>The entries of a GPT are not those of its header's checksum.</summary>
    EntriesDamaged,
}
