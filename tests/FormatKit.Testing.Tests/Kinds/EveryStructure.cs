namespace FormatKit.Testing.Tests.Kinds;

/// <summary>Arrays of integers, bits of integers of each width in both countings, and overlays.</summary>
[BinaryLayout(47, ByteOrder.LittleEndian)]
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

    /// <summary>Bits of the same integer, counted from the most significant one.</summary>
    [Bits(nameof(Word), 0, 3, Order = BitOrder.MostSignificantFirst)]
    public partial byte Highest { readonly get; set; }

    /// <summary>Holds bits in the other byte order.</summary>
    [Offset(22), Endian(ByteOrder.BigEndian)] public partial ushort OtherWord { readonly get; set; }

    /// <summary>Bits counted from the most significant one.</summary>
    [Bits(nameof(OtherWord), 0, 6, Order = BitOrder.MostSignificantFirst)]
    public partial byte Top { readonly get; set; }

    /// <summary>Bits of the same integer, counted from the least significant one.</summary>
    [Bits(nameof(OtherWord), 0, 4)] public partial byte Bottom { readonly get; set; }

    /// <summary>Holds the tag of <see cref="Region"/>.</summary>
    [Offset(24)] public partial byte SmallWord { readonly get; set; }

    /// <summary>Tells what <see cref="Region"/> is: bits counted from the most significant one.</summary>
    [Bits(nameof(SmallWord), 2, 2, Order = BitOrder.MostSignificantFirst)]
    public partial byte Tag { readonly get; set; }

    /// <summary>Bits of the same integer, counted from the least significant one.</summary>
    [Bits(nameof(SmallWord), 0, 3)] public partial byte Small { readonly get; set; }

    /// <summary>Holds bits, the most there are.</summary>
    [Offset(25)] public partial ulong LargeWord { readonly get; set; }

    /// <summary>The highest bits.</summary>
    [Bits(nameof(LargeWord), 24, 40)] public partial ulong Upper { readonly get; set; }

    /// <summary>Bits of the same integer, counted from the most significant one.</summary>
    [Bits(nameof(LargeWord), 40, 5, Order = BitOrder.MostSignificantFirst)]
    public partial byte Below { readonly get; set; }

    /// <summary>Tells what <see cref="OtherRegion"/> is.</summary>
    [Offset(33), Endian(ByteOrder.BigEndian)] public partial Balance OtherTag { readonly get; set; }

    /// <summary>Bytes that are one of several layouts, some shorter.</summary>
    [Offset(35), Bytes(10)] public readonly partial ReadOnlySpan<byte> Region { get; }

    /// <summary>A layout with rules of its own.</summary>
    [Overlay(nameof(Region), nameof(Tag), 1)] public partial SummedPart AsPart { readonly get; set; }

    /// <summary>The same layout, told by another value.</summary>
    [Overlay(nameof(Region), nameof(Tag), 2)] public partial SummedPart AsOtherPart { readonly get; set; }

    /// <summary>A layout that has an overlay itself.</summary>
    [Overlay(nameof(Region), nameof(Tag), 3)] public partial TaggedPart AsTagged { readonly get; set; }

    /// <summary>Bytes that an enum tells.</summary>
    [Offset(45), Bytes(2)] public readonly partial ReadOnlySpan<byte> OtherRegion { get; }

    /// <summary>A number, told by a negative value.</summary>
    [Overlay(nameof(OtherRegion), nameof(OtherTag), Balance.Owing)]
    public partial NumberPart AsNumber { readonly get; set; }
}
