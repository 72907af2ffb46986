namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A layout of everything that can be declared, for what the formats so far do not use.</summary>
[BinaryLayout(493, ByteOrder.LittleEndian, Spec = "None")]
public partial struct EveryKind
{
    /// <summary>A text magic in a little endian integer.</summary>
    [Offset(0), Magic("KIND")] public partial uint TextMagic { readonly get; set; }

    /// <summary>A magic number.</summary>
    [Offset(4), Magic(0x1234)] public partial ushort NumberMagic { readonly get; set; }

    /// <summary>A constant in the other byte order.</summary>
    [Offset(6), Constant(0x0102), Endian(ByteOrder.BigEndian)]
    public partial ushort OtherConstant { readonly get; set; }

    /// <summary>A magic in raw bytes.</summary>
    [Offset(8), Bytes(3), Magic("\r\n\0")] public readonly partial ReadOnlySpan<byte> BytesMagic { get; }

    /// <summary>A constant of one byte.</summary>
    [Offset(11), Constant(255)] public partial byte SmallConstant { readonly get; set; }

    /// <summary>Signed, one byte.</summary>
    [Offset(12)] public partial sbyte Signed8 { readonly get; set; }

    /// <summary>Unsigned, one byte.</summary>
    [Offset(13)] public partial byte Unsigned8 { readonly get; set; }

    /// <summary>Signed, two bytes.</summary>
    [Offset(14)] public partial short Signed16 { readonly get; set; }

    /// <summary>Signed, four bytes, big endian.</summary>
    [Offset(16), Endian(ByteOrder.BigEndian)] public partial int Signed32 { readonly get; set; }

    /// <summary>Signed, eight bytes.</summary>
    [Offset(20)] public partial long Signed64 { readonly get; set; }

    /// <summary>Signed, eight bytes, big endian.</summary>
    [Offset(28), Endian(ByteOrder.BigEndian)] public partial long OtherSigned64 { readonly get; set; }

    /// <summary>An enum with negative names and no others.</summary>
    [Offset(36), EnumPolicy(UnknownValues.Reject)] public partial Balance Balance { readonly get; set; }

    /// <summary>The same in the other byte order, all values allowed.</summary>
    [Offset(38), Endian(ByteOrder.BigEndian)] public partial Balance OtherBalance { readonly get; set; }

    /// <summary>Flags to the highest bit.</summary>
    [Offset(40)] public partial Marks Marks { readonly get; set; }

    /// <summary>Four characters.</summary>
    [Offset(48)] public partial FourCC Code { readonly get; set; }

    /// <summary>A time, little endian.</summary>
    [Offset(52), Timestamp("1970-01-01")] public partial DateTimeOffset At { readonly get; set; }

    /// <summary>A time, big endian.</summary>
    [Offset(56), Timestamp("1904-01-01"), Endian(ByteOrder.BigEndian)]
    public partial DateTimeOffset OtherAt { readonly get; set; }

    /// <summary>A null in the middle of the range.</summary>
    [Offset(60), NullValue(7), Position(Unit.Sectors)] public partial uint Place { readonly get; set; }

    /// <summary>An id as RFC 4122 has it.</summary>
    [Offset(64), UniqueId(GuidOrder.Rfc4122)] public partial Guid Id { readonly get; set; }

    /// <summary>An id as Windows has it.</summary>
    [Offset(80), UniqueId(GuidOrder.Mixed)] public partial Guid OtherId { readonly get; set; }

    /// <summary>ASCII text.</summary>
    [Offset(96), Text(7, TextEncoding.Ascii)] public partial string Name { readonly get; set; }

    /// <summary>UTF-16 text off an even place.</summary>
    [Offset(103), Text(64, TextEncoding.Utf16BigEndian)] public partial string OtherName { readonly get; set; }

    /// <summary>A layout with rules of its own.</summary>
    [Offset(167)] public partial SummedPart Part { readonly get; set; }

    /// <summary>Raw bytes.</summary>
    [Offset(175), Bytes(5)] public readonly partial ReadOnlySpan<byte> Raw { get; }

    /// <summary>Layouts with rules of their own.</summary>
    [Offset(180), FixedCount(4)] public readonly partial ReadOnlySpan<SummedPart> Parts { get; }

    /// <summary>Layouts with layouts in them.</summary>
    [Offset(212), FixedCount(2)] public readonly partial ReadOnlySpan<Pair> Pairs { get; }

    /// <summary>Reserved bytes.</summary>
    [Offset(244), Reserved(4)] public readonly partial ReadOnlySpan<byte> Reserved { get; }

    /// <summary>A checksum of eight bytes at the end.</summary>
    [Offset(248), Checksum<RotatingXor64>] public partial ulong Checksum { readonly get; set; }

    /// <summary>Scalars of other widths and forms.</summary>
    [Offset(256)] public partial EveryScalar Scalars { readonly get; set; }

    /// <summary>Arrays, bits and overlays.</summary>
    [Offset(446)] public partial EveryStructure Structures { readonly get; set; }
}
