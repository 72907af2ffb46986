namespace FormatKit.Formats.Partitions;

/// <summary>
/// The first sector of a disk: code that a BIOS starts, and four partitions. An extended boot record, which begins
/// each part of an extended partition, has the same form, and the protective one before a GPT too.
/// </summary>
/// <remarks>On disks whose logical blocks are longer than 512 bytes it is the start of the block.</remarks>
[BinaryLayout(512, ByteOrder.LittleEndian, Spec = "UEFI Specification 2.10, 5.2.1 Legacy Master Boot Record")]
public partial struct MbrSector
{
    /// <summary>Code that a BIOS starts; UEFI does not.</summary>
    [Offset(0), Bytes(440)]
    public readonly partial ReadOnlySpan<byte> BootCode { get; }

    /// <summary>A number by which systems tell the disk again; not used in an extended boot record.</summary>
    [Offset(440)]
    public partial uint DiskSignature { readonly get; set; }

    /// <summary>Not known; some systems mark a disk that must not be written; preserved.</summary>
    [Offset(444), Reserved(2)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }

    /// <summary>The partitions.</summary>
    [Offset(446), FixedCount(4)]
    public readonly partial ReadOnlySpan<MbrEntry> Entries { get; }

    /// <summary>Tells the record: the bytes 55 AA.</summary>
    [Offset(510), Magic(0xAA55)]
    public partial ushort Signature { readonly get; set; }
}
