using FormatKit.Testing;
using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Mode
{
    Off = 0,
    Slow = 1,
    Fast = 3,
}

[BinaryLayout(15, ByteOrder.BigEndian, Spec = "Clause")]
internal partial struct Packed
{
    public partial ushort Word { readonly get; set; }
    [Bits(nameof(Word), 0)] public partial bool Lowest { readonly get; set; }
    [Bits(nameof(Word), 1, 3)] public partial byte Low { readonly get; set; }
    [Bits(nameof(Word), 0, 4, Order = BitOrder.MostSignificantFirst)] public partial ushort High { readonly get; set; }
    [Bits(nameof(Word), 4, 2), Spec("Table 3")] public partial Mode Mode { readonly get; set; }
    [Bits(nameof(Long), 0, 64)] public partial ulong All { readonly get; set; }
    [Endian(ByteOrder.LittleEndian)] public partial ulong Long { readonly get; set; }
    [Width(3)] public partial uint Odd { readonly get; set; }
    [Bits(nameof(Odd), 23)] internal partial bool OddTop { readonly get; set; }
    public partial Tones Tones { readonly get; set; }
    [Bits(nameof(Tones), 8, 8)] private partial byte ToneRest { readonly get; set; }
}

internal enum Tones : ushort
{
    None = 0,
}

public sealed class BitsTests
{
    [Fact]
    public void Bits_are_read_where_they_stand()
    {
        // 1010 0000 0001 1101: the first four, bits 5 to 4, bits 3 to 1, bit 0.
        ref readonly var value = ref Packed.View([0xA0, 0x1D, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0]);

        Assert.Equal((0xA, Mode.Slow, 6, true, true),
            (value.High, value.Mode, value.Low, value.Lowest, value.OddTop));
    }

    [Fact]
    public void A_set_changes_its_bits_only()
    {
        var bytes = new byte[15];
        bytes.AsSpan().Fill(0xFF);

        Packed.Edit(bytes).Low = 5;
        Packed.Edit(bytes).High = 0;

        SameBytes([0x0F, 0xFB, 0xFF], bytes.AsSpan(0, 3));
    }

    [Fact]
    public void A_value_that_is_too_large_is_refused_and_nothing_changes()
    {
        var value = default(Packed);

        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => value.Low = 8);

        Assert.StartsWith("Low has 3 bits and holds at most 7.", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => value.Mode = (Mode)(-1));
        Assert.Equal(0, value.Word);
    }

    [Fact]
    public void The_table_says_where_bits_stand()
    {
        var field = Layout.InfoOf<Packed>().Fields.Single(field => field.Name == "Word");
        var bits = field.Bits.ToDictionary(range => range.Name);

        Assert.Equal(["Lowest", "Low", "High", "Mode"], field.Bits.Select(range => range.Name));
        Assert.Equal((12, 4, 0xF000u), (bits["High"].Shift, bits["High"].Count, bits["High"].Mask));
        Assert.Equal(BitOrder.MostSignificantFirst, bits["High"].Order);
        Assert.Equal("Table 3", bits["Mode"].Spec);
        Assert.Equal(["Off", "Slow", "Fast"], bits["Mode"].EnumNames.Select(named => named.Name));
        Assert.True(bits["Lowest"].IsBool);
    }

    [Fact]
    public void Bits_keep_every_law() => Laws.Check<Packed>();

    [Fact]
    public void A_dissection_shows_them_below_their_field()
    {
        var value = new Packed { High = 3, Mode = Mode.Fast };

        var rows = Dissector.Dissect(Layout.InfoOf<Packed>(), Layout.BytesOf(ref value)).Fields
            .Where(row => row.Offset == 0)
            .Select(row => $"{row.Depth} {row.Path} {row.Bits?.DescribePlace()} {row.Value}");

        Assert.Equal(
            [
                "0 Word  12336", "1 Lowest bit 0 false", "1 Low bits 1 to 3 0", "1 High bits 12 to 15 3",
                "1 Mode bits 4 to 5 Fast (3)",
            ],
            rows);
    }

    [Fact]
    public void Documentation_says_the_bits_and_how_they_are_counted()
    {
        var run = RunClean("""
            /// <summary>A header.</summary>
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header
            {
                /// <summary>All of it.</summary>
                public partial uint Word { readonly get; set; }
                /// <summary>The version.</summary>
                [Bits(nameof(Word), 0, 4, Order = BitOrder.MostSignificantFirst)]
                public partial byte Version { readonly get; set; }
            }
            """);

        Assert.Contains(
            "<remarks>Bits 0 to 3 of <see cref=\"Word\"/> at offset 0, bit 0 the most significant.</remarks>",
            run.Source("Header.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Bits(⟦\"Nothing\"⟧, 0)] public partial bool Bit { readonly get; set; }")]
    [InlineData("[Bits(⟦nameof(Bit)⟧, 0)] public partial bool Bit { readonly get; set; }")]
    public void The_field_that_holds_them_is_there(string bits) => DiagnoseField(
        "FK0041", "public partial uint Word { readonly get; set; } " + bits);

    [Theory]
    [InlineData("public partial int Word { readonly get; set; }")]
    [InlineData("[Text(4, TextEncoding.Ascii)] public partial string Word { readonly get; set; }")]
    public void The_field_that_holds_them_is_an_unsigned_integer(string word) => DiagnoseField(
        "FK0042", word + " [Bits(⟦nameof(Word)⟧, 0)] public partial bool Bit { readonly get; set; }");

    [Theory]
    [InlineData("⟦32⟧")]
    [InlineData("⟦-1⟧")]
    [InlineData("31, ⟦2⟧")]
    [InlineData("0, ⟦0⟧")]
    [InlineData("1, ⟦int.MaxValue⟧")]
    public void Bits_stand_within_their_field(string place) => DiagnoseField(
        "FK0043",
        "public partial uint Word { readonly get; set; } "
        + $"[Bits(nameof(Word), {place})] public partial uint Part {{ readonly get; set; }}");

    [Fact]
    public void Two_ranges_share_no_bit()
    {
        var message = DiagnoseField("FK0044", """
            public partial uint Word { readonly get; set; }
            [Bits(nameof(Word), 0, 4)] public partial byte First { readonly get; set; }
            [Bits(nameof(Word), ⟦28⟧, 4, Order = BitOrder.MostSignificantFirst)]
            public partial byte Second { readonly get; set; }
            """);

        Assert.Equal(
            "'Second' and 'First' share bits of 'Word'; each bit has one name, and 4 are free from bit 0", message);
    }

    [Theory]
    [InlineData("bool", 2)]
    [InlineData("byte", 9)]
    [InlineData("int", 4)]
    [InlineData("ConsoleColor", 33)]
    [InlineData("FourCC", 4)]
    public void Their_type_holds_them(string type, int count) => DiagnoseField(
        "FK0045",
        "public partial ulong Word { readonly get; set; } "
        + $"[Bits(nameof(Word), 0, {count})] public partial ⟦{type}⟧ Part {{ readonly get; set; }}",
        size: 8);

    [Fact]
    public void They_have_no_offset_of_their_own() => DiagnoseField(
        "FK0014",
        "public partial uint Word { readonly get; set; } "
        + "[Bits(nameof(Word), 0), ⟦Offset(0)⟧] public partial bool Part { readonly get; set; }");

    [Fact]
    public void An_order_that_there_is_not_is_refused() => DiagnoseField(
        "FK0026",
        "public partial uint Word { readonly get; set; } "
        + "[Bits(nameof(Word), 0, Order = ⟦(BitOrder)7⟧)] public partial bool Part { readonly get; set; }");
}
