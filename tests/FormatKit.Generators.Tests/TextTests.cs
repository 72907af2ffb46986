using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(14, ByteOrder.LittleEndian)]
internal partial struct Texts
{
    [Text(8, TextEncoding.Utf16BigEndian)] public partial string Wide { readonly get; set; }
    [Text(6, TextEncoding.Ascii)] public partial string Narrow { readonly get; set; }
}

public sealed class TextTests
{
    [Fact]
    public void Text_is_padded_with_nul()
    {
        var value = new Texts { Wide = "aé", Narrow = "abc" };

        SameBytes([
            0, (byte)'a', 0, 0xE9, 0, 0, 0, 0, // Wide
            .. "abc"u8, 0, 0, 0,               // Narrow
        ], Layout.BytesOf(in value));
    }

    [Fact]
    public void Reading_stops_at_the_first_nul_and_shows_what_is_no_text()
    {
        ref readonly var value = ref Texts.View([
            0xD8, 0x00, 0, (byte)'x', 0, 0, 0, (byte)'y', // half a surrogate pair, x, NUL, y
            0x80, (byte)'a', 0, (byte)'b', 0, 0,          // no ASCII, a, NUL, b
        ]);

        Assert.Equal(("\uFFFDx", "\uFFFDa"), (value.Wide, value.Narrow));
    }

    [Fact]
    public void Text_may_fill_the_field()
    {
        var value = new Texts { Wide = "x💾y", Narrow = "abcdef" };

        Assert.Equal(("x💾y", "abcdef"), (value.Wide, value.Narrow));
        SameBytes("abcdef"u8, value.NarrowBytes);
    }

    // Not as attributes: those store their text as UTF-8, which has no half of a pair.
    public static TheoryData<string> TextThatWouldNotComeBack => ["12345", "\uD800", "a\uDC00", "\uDC00\uD800", "a\0b"];

    [Theory]
    [MemberData(nameof(TextThatWouldNotComeBack))]
    public void Text_that_would_not_come_back_is_refused_and_nothing_is_written(string text)
    {
        var value = new Texts { Wide = "old" };

        var refusal = Assert.Throws<ArgumentException>(() => value.Wide = text);

        Assert.Equal("Wide", refusal.ParamName);
        Assert.Equal("old", value.Wide);
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("é")]
    [InlineData("\0")]
    public void Text_that_is_not_ascii_is_refused_and_nothing_is_written(string text)
    {
        var value = new Texts { Narrow = "old" };

        var refusal = Assert.Throws<ArgumentException>(() => value.Narrow = text);

        Assert.Equal("Narrow", refusal.ParamName);
        Assert.Equal("old", value.Narrow);
    }

    [Fact]
    public void Null_is_refused()
    {
        var value = default(Texts);

        Assert.Throws<ArgumentNullException>("Narrow", () => value.Narrow = null!);
    }

    [Fact]
    public void The_bytes_can_be_edited()
    {
        var value = default(Texts);

        "raw"u8.CopyTo(value.EditNarrowBytes());

        Assert.Equal("raw", value.Narrow);
    }

    [Fact]
    public void In_words_text_stays_on_one_line()
    {
        var value = new Texts { Wide = "a\"\u2028", Narrow = "b\n\\" };

        Assert.Equal("""Texts { Wide = "a\"\u2028", Narrow = "b\u000a\\" }""", value.ToString());
    }

    [Fact]
    public void Text_needs_its_directive() => DiagnoseField(
        "FK0013", "public partial string ⟦Value⟧ { readonly get; set; }");

    [Fact]
    public void Only_a_string_is_text() => DiagnoseField(
        "FK0014", "[⟦Text(4, TextEncoding.Ascii)⟧] public partial uint Value { readonly get; set; }");

    [Fact]
    public void Utf16_has_an_even_length() => DiagnoseField(
        "FK0017", "[Text(⟦5⟧, TextEncoding.Utf16BigEndian)] public partial string Value { readonly get; set; }");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("int.MaxValue")]
    public void A_length_out_of_range_is_refused(string length) => DiagnoseField(
        "FK0016", $$"""[Text(⟦{{length}}⟧, TextEncoding.Ascii)] public partial string Value { readonly get; set; }""");

    [Fact]
    public void The_name_of_the_bytes_must_be_free() => DiagnoseField("FK0011", """
        [Text(4, TextEncoding.Ascii)] public partial string Value { readonly get; set; }
        public const int ⟦ValueBytes⟧ = 4;
        """);
}
