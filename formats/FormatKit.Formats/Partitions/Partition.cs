namespace FormatKit.Formats.Partitions;

/// <summary>A part of a disk, as its partition table has it.</summary>
public sealed record Partition
{
    /// <summary>The number that systems give it: the entry from 1, and from 5 on for logical partitions in the order
    /// of their chain.</summary>
    public required int Number { get; init; }

    /// <summary>The first byte.</summary>
    public required GuestOffset Start { get; init; }

    /// <summary>Bytes. Where it ends behind the disk, <see cref="PartitionTable.Warnings"/> says so.</summary>
    public required long Length { get; init; }

    /// <summary>What it is for, as the table has it: two hexadecimal digits in an MBR, a GUID in a GPT.</summary>
    public required string Type { get; init; }

    /// <summary>The type's name; null where it is not known.</summary>
    public string? TypeName { get; init; }

    /// <summary>The partition's name; an MBR has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its unique id; an MBR has none.</summary>
    public Guid? UniqueId { get; init; }

    /// <summary>Attributes of a GPT's entry.</summary>
    public GptAttributes Attributes { get; init; }

    /// <summary>Whether a BIOS starts from it: active in an MBR, legacy bootable in a GPT.</summary>
    public bool IsBootable { get; init; }

    /// <summary>Whether it holds logical partitions, which lie in it.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Whether it lies in an extended partition.</summary>
    public bool IsLogical { get; init; }

    /// <summary>The first byte behind it.</summary>
    public GuestOffset End => Start + Length;
}
