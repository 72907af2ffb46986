namespace FormatKit.Testing.Tests.Kinds;

/// <summary>Arrays of integers, and bits of integers in both countings.</summary>
[BinaryLayout(24, ByteOrder.LittleEndian)]
public partial struct EveryStructure
{
    /// <summary>Unsigned integers.</summary>
    [Offset(0), FixedCount(3)] public readonly partial ReadOnlyEndianSpan<ushort> Numbers { get; }

    /// <summary>Signed integers in the other byte order.</summary>
    [Offset(6), FixedCount(2), Endian(ByteOrder.BigEndian)]
    public readonly partial ReadOnlyEndianSpan<int> OtherNumbers { get; }

    /// <summary>Enums.</summary>
    [Offset(14), FixedCount(2)] public readonly partial ReadOnlyEndianSpan<Balance> Balances { get; }

    /// <summary>Holds bits.</summary>
    [Offset(18)] public partial uint Word { readonly get; set; }

    /// <summary>A bit counted from the least significant one.</summary>
    [Bits(nameof(Word), 0)] public partial bool IsFirst { readonly get; set; }

    /// <summary>Bits in the middle.</summary>
    [Bits(nameof(Word), 5, 11)] public partial ushort Middle { readonly get; set; }

    /// <summary>Holds bits in the other byte order.</summary>
    [Offset(22), Endian(ByteOrder.BigEndian)] public partial ushort OtherWord { readonly get; set; }

    /// <summary>Bits counted from the most significant one.</summary>
    [Bits(nameof(OtherWord), 0, 6, Order = BitOrder.MostSignificantFirst)]
    public partial byte Top { readonly get; set; }
}
