namespace FormatKit.Testing.Tests.Kinds;

/// <summary>Numbers, truths, texts and times in the forms that most formats do without.</summary>
[BinaryLayout(190, ByteOrder.LittleEndian)]
public partial struct EveryScalar
{
    /// <summary>24 bits.</summary>
    [Offset(0), Width(3)] public partial uint U24 { readonly get; set; }

    /// <summary>24 bits with a sign, big endian.</summary>
    [Offset(3), Width(3), Endian(ByteOrder.BigEndian)] public partial int I24 { readonly get; set; }

    /// <summary>40 bits with a sign.</summary>
    [Offset(6), Width(5)] public partial long I40 { readonly get; set; }

    /// <summary>48 bits, big endian, with a null.</summary>
    [Offset(11), Width(6), Endian(ByteOrder.BigEndian), NullValue(0xFFFF_FFFF_FFFF), Position(Unit.Bytes)]
    public partial ulong U48 { readonly get; set; }

    /// <summary>56 bits with a sign, big endian.</summary>
    [Offset(17), Width(7), Endian(ByteOrder.BigEndian)] public partial long I56 { readonly get; set; }

    /// <summary>A constant of 24 bits.</summary>
    [Offset(24), Width(3), Constant(0x010203)] public partial uint Constant24 { readonly get; set; }

    /// <summary>An enum of 24 bits whose names have signs.</summary>
    [Offset(27), Width(3), EnumPolicy(UnknownValues.Reject)] public partial Slope Slope { readonly get; set; }

    /// <summary>A text magic of 24 bits.</summary>
    [Offset(30), Width(3), Magic("abc")] public partial uint Magic24 { readonly get; set; }

    /// <summary>Latin-1 text.</summary>
    [Offset(33), Text(5, TextEncoding.Latin1)] public partial string Latin { readonly get; set; }

    /// <summary>UTF-8 text padded with spaces.</summary>
    [Offset(38), Text(9, TextEncoding.Utf8, Padding = TextPadding.Space)]
    public partial string Spaced { readonly get; set; }

    /// <summary>UTF-8 text.</summary>
    [Offset(47), Text(11, TextEncoding.Utf8)] public partial string Eight { readonly get; set; }

    /// <summary>UTF-16 text, padded with spaces, the most significant byte first.</summary>
    [Offset(58), Text(12, TextEncoding.Utf16BigEndian, Padding = TextPadding.Space)]
    public partial string SpacedSixteen { readonly get; set; }

    /// <summary>UTF-16 text, the least significant byte first.</summary>
    [Offset(70), Text(14, TextEncoding.Utf16LittleEndian)] public partial string Sixteen { readonly get; set; }

    /// <summary>128 bits.</summary>
    [Offset(84)] public partial UInt128 U128 { readonly get; set; }

    /// <summary>128 bits with a sign, big endian.</summary>
    [Offset(100), Endian(ByteOrder.BigEndian)] public partial Int128 I128 { readonly get; set; }

    /// <summary>A number with a fraction, of four bytes.</summary>
    [Offset(116)] public partial float Single { readonly get; set; }

    /// <summary>A number with a fraction, of eight bytes, big endian.</summary>
    [Offset(120), Endian(ByteOrder.BigEndian)] public partial double Double { readonly get; set; }

    /// <summary>A truth.</summary>
    [Offset(128)] public partial bool Truth { readonly get; set; }

    /// <summary>A time as Windows has it.</summary>
    [Offset(129), Timestamp("1601-01-01", TimeUnit.HundredNanoseconds)]
    public partial DateTimeOffset FileTime { readonly get; set; }

    /// <summary>Milliseconds in six bytes, big endian.</summary>
    [Offset(137), Timestamp("1970-01-01", TimeUnit.Milliseconds, Width = 6), Endian(ByteOrder.BigEndian)]
    public partial DateTimeOffset Millis { readonly get; set; }

    /// <summary>Seconds in five bytes.</summary>
    [Offset(143), Timestamp("1970-01-01", Width = 5)] public partial DateTimeOffset Seconds5 { readonly get; set; }

    /// <summary>Seconds in eight bytes, big endian.</summary>
    [Offset(148), Timestamp("0001-01-01", Width = 8), Endian(ByteOrder.BigEndian)]
    public partial DateTimeOffset Seconds8 { readonly get; set; }

    /// <summary>Steps of 100 ns in seven bytes: never beyond the calendar.</summary>
    [Offset(156), Timestamp("1970-01-01", TimeUnit.HundredNanoseconds, Width = 7)]
    public partial DateTimeOffset Steps7 { readonly get; set; }

    /// <summary>Must be zero.</summary>
    [Offset(163), Reserved(7, ReservedPolicy.MustBeZero)] public readonly partial ReadOnlySpan<byte> Zero { get; }

    /// <summary>Are zero once sealed.</summary>
    [Offset(170), Reserved(20, ReservedPolicy.ZeroOnWrite)] public readonly partial ReadOnlySpan<byte> Cleared { get; }
}
