using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Depth
{
    Under = -1,
    Level,
}

[BinaryLayout(48, ByteOrder.BigEndian)]
internal partial struct Widths
{
    [Offset(0), Width(3)] public partial uint U24 { readonly get; set; }
    [Offset(3), Width(3)] public partial int I24 { readonly get; set; }
    [Offset(6), Width(5)] public partial ulong U40 { readonly get; set; }
    [Offset(11), Width(6)] public partial ulong U48 { readonly get; set; }
    [Offset(17), Width(7)] public partial long I56 { readonly get; set; }
    [Offset(24), Width(3), Endian(ByteOrder.LittleEndian)] public partial uint Little24 { readonly get; set; }
    [Offset(27), Width(5), Endian(ByteOrder.LittleEndian)] public partial long Little40 { readonly get; set; }
    [Offset(32), Width(7), Endian(ByteOrder.LittleEndian)] public partial ulong Little56 { readonly get; set; }
    [Offset(39), Width(3)] public partial Depth Depth { readonly get; set; }
    [Offset(42), Width(6), NullValue(0xFFFF_FFFF_FFFF)] public partial ulong Next { readonly get; set; }
}

[BinaryLayout(9, ByteOrder.LittleEndian)]
internal partial struct FixedWidths
{
    [Width(3), Magic("ID3")] public partial uint Text { readonly get; set; }
    [Width(3), Magic(0x010203)] public partial uint Number { readonly get; set; }
    [Width(3), Constant(0x040506)] public partial int Constant { readonly get; set; }
}

public sealed class WidthTests
{
    private static readonly byte[] Bytes =
    [
        0xF1, 0x02, 0x03,                         // U24
        0xF1, 0x02, 0x03,                         // I24
        0xF1, 0x02, 0x03, 0x04, 0x05,             // U40
        0xF1, 0x02, 0x03, 0x04, 0x05, 0x06,       // U48
        0xF1, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, // I56
        0x01, 0x02, 0xF3,                         // Little24
        0x01, 0x02, 0x03, 0x04, 0xF5,             // Little40
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0xF7, // Little56
        0xFF, 0xFF, 0xFF,                         // Depth
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,       // Next
    ];

    private static readonly ulong[] Limits = [0xFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF];

    [Fact]
    public void Numbers_of_odd_widths_are_read_and_extended_by_their_sign()
    {
        ref readonly var read = ref Widths.View(Bytes);

        Assert.Equal((0xF10203u, 0xF10203 - 0x1000000), (read.U24, read.I24));
        Assert.Equal((0xF102030405u, 0xF10203040506u), (read.U40, read.U48));
        Assert.Equal(0xF1020304050607 - 0x100000000000000, read.I56);
        Assert.Equal((0xF30201u, 0xF504030201 - 0x10000000000), (read.Little24, read.Little40));
        Assert.Equal((0xF7060504030201u, Depth.Under), (read.Little56, read.Depth));
        Assert.Null(read.NextOrNull);
    }

    [Fact]
    public void Numbers_of_odd_widths_are_written()
    {
        var written = new Widths
        {
            U24 = 0xF10203,
            I24 = 0xF10203 - 0x1000000,
            U40 = 0xF102030405,
            U48 = 0xF10203040506,
            I56 = 0xF1020304050607 - 0x100000000000000,
            Little24 = 0xF30201,
            Little40 = 0xF504030201 - 0x10000000000,
            Little56 = 0xF7060504030201,
            Depth = Depth.Under,
            Next = Widths.NextNull,
        };

        SameBytes(Bytes, Layout.BytesOf(in written));
    }

    [Fact]
    public void Unsigned_numbers_that_do_not_fit_are_refused_and_nothing_is_written()
    {
        var value = new Widths { U24 = (uint)Limits[0], U40 = Limits[1], U48 = Limits[2] };
        var before = value;

        var refusal = Assert.Throws<ArgumentOutOfRangeException>("U24", () => value.U24 = (uint)Limits[0] + 1);
        Assert.Throws<ArgumentOutOfRangeException>("U40", () => value.U40 = Limits[1] + 1);
        Assert.Throws<ArgumentOutOfRangeException>("U48", () => value.U48 = ulong.MaxValue);

        Assert.Equal(before, value);
        Assert.StartsWith("U24 holds numbers from 0 to 16777215.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Signed_numbers_that_do_not_fit_are_refused_and_nothing_is_written()
    {
        var value = new Widths { I24 = -0x80_0000, I56 = 0x7F_FFFF_FFFF_FFFF, Depth = Depth.Under };
        var before = value;

        var refusal = Assert.Throws<ArgumentOutOfRangeException>("I24", () => value.I24 = -0x80_0001);
        Assert.Throws<ArgumentOutOfRangeException>("I24", () => value.I24 = 0x80_0000);
        Assert.Throws<ArgumentOutOfRangeException>("I56", () => value.I56 = 0x80_0000_0000_0000);
        Assert.Throws<ArgumentOutOfRangeException>("Depth", () => value.Depth = (Depth)int.MaxValue);

        Assert.Equal(before, value);
        Assert.StartsWith("I24 holds numbers from -8388608 to 8388607.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Magics_and_constants_have_the_width_of_their_field()
    {
        var value = default(FixedWidths);
        Assert.Equal(3, Layout.Validate(in value).Count);

        value.Seal();

        SameBytes([
            (byte)'I', (byte)'D', (byte)'3', // Text
            3, 2, 1,                         // Number
            6, 5, 4,                         // Constant
        ], Layout.BytesOf(in value));
        Assert.True(Layout.IsValid(in value));
    }

    [Theory]
    [InlineData("uint", 2)]
    [InlineData("uint", 4)]
    [InlineData("int", 0)]
    [InlineData("ulong", 4)]
    [InlineData("long", 8)]
    public void A_width_between_this_type_and_the_next_smaller_one_is_demanded(string type, int width) =>
        Assert.Contains(
            type.EndsWith("int", StringComparison.Ordinal) ? "has 3 with" : "has 5, 6 or 7 with",
            DiagnoseField("FK0030", $$"""[Width(⟦{{width}}⟧)] public partial {{type}} Value { readonly get; set; }"""),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("byte")]
    [InlineData("short")]
    [InlineData("FourCC")]
    public void Other_types_have_one_width(string type) => DiagnoseField(
        "FK0014", $$"""[⟦Width(3)⟧] public partial {{type}} Value { readonly get; set; }""", size: 3);

    [Theory]
    [InlineData("uint", "0x0100_0000")]
    [InlineData("int", "0x0080_0000")]
    [InlineData("int", "-0x0080_0001")]
    public void The_values_of_an_enum_fit_its_field(string type, string number) => Diagnose("FK0031", $$"""
        public enum Kind : {{type}} { Odd = {{number}} }
        [BinaryLayout(3, ByteOrder.BigEndian)]
        public partial struct Header { [Width(⟦3⟧)] public partial Kind Value { readonly get; set; } }
        """);

    [Fact]
    public void A_constant_that_does_not_fit_is_refused() => DiagnoseField(
        "FK0020", "[Width(3), Constant(⟦0x0100_0000⟧)] public partial uint Value { readonly get; set; }", size: 3);

    [Fact]
    public void A_checksum_has_the_width_of_its_type() => DiagnoseField(
        "FK0015", """
        [Width(3), ⟦Checksum<OnesComplementByteSum32>⟧] public partial uint Value { readonly get; set; }
        """, size: 3);
}
