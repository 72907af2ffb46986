namespace FormatKit.Testing.Tests.Kinds;

/// <summary>What a checksum can be declared as.</summary>
[BinaryLayout(62, ByteOrder.LittleEndian)]
public partial struct EveryChecksum
{
    /// <summary>How many bytes the first checksum covers.</summary>
    public partial byte Length { readonly get; set; }

    /// <summary>Chooses between two algorithms.</summary>
    public partial byte Kind { readonly get; set; }

    /// <summary>Over as many bytes as the length says, the whole layout at most; covers all others.</summary>
    [Checksum<Crc32>(Length = nameof(Length))] public partial uint Lengthy { readonly get; set; }

    /// <summary>Over another region than the next one.</summary>
    [Checksum<Crc32C>(External = "map")] public partial uint Map { readonly get; set; }

    /// <summary>Over a region and what is before.</summary>
    [Checksum<Adler32>(External = "log", Over = ["Length..Kind"]), Endian(ByteOrder.BigEndian)]
    public partial uint Log { readonly get; set; }

    /// <summary>One of two, or none.</summary>
    [Checksum<Crc16<Crc16.X25>>(When = nameof(Kind), Is = 1, Over = ["58..62"])]
    [Checksum<Fletcher16>(When = nameof(Kind), Is = 2, Over = ["58..62"])]
    public partial ushort Chosen { readonly get; set; }

    /// <summary>All bytes of the range add up to zero.</summary>
    [Checksum<InternetChecksum>(Self = ChecksumSelf.Stored, Over = ["Balanced..Excluded"])]
    public partial ushort Balanced { readonly get; set; }

    /// <summary>A number.</summary>
    public partial uint Number { readonly get; set; }

    /// <summary>Counts as spaces.</summary>
    [Checksum<Sum16>(Self = ChecksumSelf.Filled, Fill = 0x20, Over = ["Number..Filled", "Rest"])]
    public partial ushort Filled { readonly get; set; }

    /// <summary>Is left out.</summary>
    [Checksum<Sum16>(Self = ChecksumSelf.Excluded, Over = ["Number..Excluded"])]
    public partial ushort Excluded { readonly get; set; }

    /// <summary>A digest.</summary>
    [Bytes(32), Checksum<Sha256>(Over = ["Number", "Rest"])]
    public readonly partial ReadOnlySpan<byte> Digest { get; }

    /// <summary>What is left.</summary>
    [Bytes(4)] public readonly partial ReadOnlySpan<byte> Rest { get; }
}
