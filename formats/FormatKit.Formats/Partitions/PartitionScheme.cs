namespace FormatKit.Formats.Partitions;

/// <summary>How a disk is divided into partitions.</summary>
public enum PartitionScheme
{
    /// <summary>Not at all, as far as it can be told.</summary>
    None,

    /// <summary>By a master boot record, with a chain of extended ones.</summary>
    Mbr,

    /// <summary>By a GUID partition table.</summary>
    Gpt,
}
