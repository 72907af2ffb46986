using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(18, ByteOrder.LittleEndian)]
internal partial struct Magics
{
    [Magic("KDMV")] public partial uint Text { readonly get; set; }
    [Magic(0xAA55)] public partial ushort Number { readonly get; set; }
    [Bytes(4), Magic("\n \r\n")] public readonly partial ReadOnlySpan<byte> NewLines { get; }
    [Magic("cxsp")] public partial FourCC Code { readonly get; set; }
    [Bytes(3), Magic("\0a\0")] public readonly partial ReadOnlySpan<byte> Odd { get; }
    public partial byte Rest { readonly get; set; }
}

public sealed class MagicTests
{
    [Fact]
    public void Text_stands_in_disk_order_and_numbers_in_the_fields_order()
    {
        var value = new Magics { Rest = 7 };

        value.Seal();

        SameBytes([
            .. "KDMV"u8,     // Text
            0x55, 0xAA,      // Number
            .. "\n \r\n"u8,  // NewLines
            .. "cxsp"u8,     // Code
            0, (byte)'a', 0, // Odd
            7,               // Rest
        ], Layout.BytesOf(in value));
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_broken_magic_is_reported_with_disk_bytes()
    {
        var value = default(Magics);
        value.Seal();
        value.Text++;
        value.EditNewLines()[0] = (byte)'\r';

        var violations = Layout.Validate(in value).Select(violation => violation.ToString());

        Assert.Equal([
            """FKV001: Magics.Text at byte 0: found "LDMV", expected "KDMV" """.TrimEnd(),
            """FKV001: Magics.NewLines at byte 6: found "\r \r\n", expected "\n \r\n" """.TrimEnd(),
        ], violations);
    }

    [Theory]
    [InlineData("\"abc\"")]
    [InlineData("\"abcde\"")]
    [InlineData("\"\"")]
    public void A_text_of_another_length_is_refused(string text) =>
        DiagnoseField("FK0018", $$"""[Magic(⟦{{text}}⟧)] public partial uint Value { readonly get; set; }""");

    [Fact]
    public void A_text_that_is_not_ascii_is_refused() =>
        DiagnoseField("FK0019", """[Magic(⟦"käse"⟧)] public partial uint Value { readonly get; set; }""");

    [Fact]
    public void A_number_that_does_not_fit_is_refused()
    {
        var message = DiagnoseField(
            "FK0020", "[Magic(⟦0x10000⟧)] public partial ushort Value { readonly get; set; }", size: 2);

        Assert.Equal("The magic 0x10000 does not fit 'Value', which holds values up to 0xFFFF", message);
    }

    [Theory]
    [InlineData("[⟦Magic(1)⟧] public partial int Value { readonly get; set; }")]
    [InlineData("[⟦Magic(1)⟧] public partial FourCC Value { readonly get; set; }")]
    [InlineData("[Bytes(9), ⟦Magic(\"123456789\")⟧] public readonly partial ReadOnlySpan<byte> Value { get; }")]
    [InlineData("[Reserved(4), ⟦Magic(\"1234\")⟧] public readonly partial ReadOnlySpan<byte> Value { get; }")]
    public void A_magic_stands_on_unsigned_integers_codes_and_short_bytes(string field) =>
        DiagnoseField("FK0014", field);

    [Theory]
    [InlineData("Magic(1ul), ⟦Constant(1)⟧")]
    [InlineData("Magic(1ul), ⟦Checksum<OnesComplementByteSum32>⟧")]
    [InlineData("⟦Position(Unit.Bytes)⟧, Magic(1ul)")]
    public void A_magic_is_nothing_else_besides(string directives) =>
        DiagnoseField("FK0015", $$"""[{{directives}}] public partial uint Value { readonly get; set; }""");
}
