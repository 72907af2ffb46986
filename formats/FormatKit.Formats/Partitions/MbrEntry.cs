namespace FormatKit.Formats.Partitions;

/// <summary>A partition in a <see cref="MbrSector"/>.</summary>
[BinaryLayout(16, ByteOrder.LittleEndian, Spec = "UEFI Specification 2.10, 5.2.1 Legacy Master Boot Record")]
public partial struct MbrEntry
{
    /// <summary>Whether a BIOS starts from it.</summary>
    [Offset(0), EnumPolicy(UnknownValues.Reject)]
    public partial MbrBootIndicator BootIndicator { readonly get; set; }

    /// <summary>The first sector; what counts is <see cref="StartLba"/>.</summary>
    [Offset(1)] public partial ChsAddress StartChs { readonly get; set; }

    /// <summary>What the partition is for; <see cref="MbrPartitionType.Empty"/> where there is none.</summary>
    [Offset(4), EnumPolicy(UnknownValues.Preserve)]
    public partial MbrPartitionType Type { readonly get; set; }

    /// <summary>The last sector; what counts is <see cref="SectorCount"/>.</summary>
    [Offset(5)] public partial ChsAddress EndChs { readonly get; set; }

    /// <summary>
    /// The first logical block: of the disk; in an extended boot record from that record for its partition, and from
    /// the start of the extended partition for the next record.
    /// </summary>
    [Offset(8), Measure(Unit.Blocks)] public partial uint StartLba { readonly get; set; }

    /// <summary>Logical blocks of the partition.</summary>
    [Offset(12), Measure(Unit.Blocks)] public partial uint SectorCount { readonly get; set; }
}
