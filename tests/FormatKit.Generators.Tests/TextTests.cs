using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(14, ByteOrder.LittleEndian)]
internal partial struct Texts
{
    [Text(8, TextEncoding.Utf16BigEndian)] public partial string Wide { readonly get; set; }
    [Text(6, TextEncoding.Ascii)] public partial string Narrow { readonly get; set; }
}

[BinaryLayout(28, ByteOrder.LittleEndian)]
internal partial struct OtherTexts
{
    [Text(4, TextEncoding.Latin1)] public partial string Latin { readonly get; set; }
    [Text(6, TextEncoding.Utf8)] public partial string Eight { readonly get; set; }
    [Text(6, TextEncoding.Utf16LittleEndian)] public partial string Sixteen { readonly get; set; }
    [Text(6, TextEncoding.Utf8, Padding = TextPadding.Space)] public partial string Spaced { readonly get; set; }
    [Text(6, TextEncoding.Utf16BigEndian, Padding = TextPadding.Space)]
    public partial string SpacedSixteen { readonly get; set; }
}

public sealed class TextTests
{
    [Fact]
    public void Every_encoding_has_its_bytes_and_its_padding()
    {
        var value = new OtherTexts
        {
            Latin = "é",
            Eight = "é€",
            Sixteen = "é€",
            Spaced = "€",
            SpacedSixteen = "é",
        };

        SameBytes([
            0xE9, 0, 0, 0,                            // Latin
            0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0,          // Eight
            0xE9, 0, 0xAC, 0x20, 0, 0,                // Sixteen
            0xE2, 0x82, 0xAC, 0x20, 0x20, 0x20,       // Spaced
            0, 0xE9, 0, 0x20, 0, 0x20,                // SpacedSixteen
        ], Layout.BytesOf(in value));
    }

    [Fact]
    public void Spaces_within_a_text_stay_and_those_behind_it_go()
    {
        ref readonly var value = ref OtherTexts.View([
            (byte)' ', 0xFF, (byte)' ', (byte)' ',    // Latin: spaces are text where NUL is the padding
            .. "a b  \0"u8,                           // Eight
            0x20, 0, 0x61, 0, 0x20, 0,                // Sixteen
            .. " a b  "u8,                            // Spaced
            0, 0x20, 0x20, 0, 0, 0x20,                // SpacedSixteen: space, U+2000, space
        ]);

        Assert.Equal((" ÿ  ", "a b  ", " a "), (value.Latin, value.Eight, value.Sixteen));
        Assert.Equal((" a b", " \u2000"), (value.Spaced, value.SpacedSixteen));
    }

    [Fact]
    public void Sequences_that_break_off_or_do_not_exist_become_replacements()
    {
        ref readonly var value = ref OtherTexts.View([
            0, 0, 0, 0,
            (byte)'a', 0xE2, 0x82, (byte)'b', 0xC0, 0xF0, // broken off, no first byte, cut off by the end
            0, 0xD8, (byte)'x', 0, 0, 0xDC,               // half a pair, x, the other half
            0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0,
        ]);

        Assert.Equal(("a\uFFFDb\uFFFD\uFFFD", "\uFFFDx\uFFFD"), (value.Eight, value.Sixteen));
    }

    // Each is one byte too long, and the last character would have to be cut in two.
    [Theory]
    [InlineData("Latin", "12345")]
    [InlineData("Latin", "€")]
    [InlineData("Eight", "12345é")]
    [InlineData("Eight", "€€é")]
    [InlineData("Eight", "123💾")]
    [InlineData("Eight", "a\0")]
    [InlineData("Sixteen", "12💾")]
    [InlineData("Spaced", "12345é")]
    [InlineData("Spaced", "a ")]
    [InlineData("Spaced", " ")]
    [InlineData("SpacedSixteen", "é ")]
    public void What_would_not_come_back_is_refused_and_nothing_is_written(string field, string text)
    {
        var info = Layout.InfoOf<OtherTexts>().Fields.Single(candidate => candidate.Name == field);
        byte[] bytes = [.. Enumerable.Range(65, 28).Select(index => (byte)index)];
        byte[] before = [.. bytes];

        Assert.Throws<ArgumentException>(field, () => info.Set!(bytes, text));

        SameBytes(before, bytes);
    }

    [Fact]
    public void Too_long_a_text_is_told_in_bytes()
    {
        var value = default(OtherTexts);

        var refusal = Assert.Throws<ArgumentException>(() => value.Eight = "€€é");

        Assert.StartsWith(
            "Eight holds at most 6 bytes; the text has 8 in Utf8.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_says_how_text_is_stored()
    {
        var fields = Layout.InfoOf<OtherTexts>().Fields;

        Assert.Equal(
            [TextEncoding.Latin1, TextEncoding.Utf8, TextEncoding.Utf16LittleEndian, TextEncoding.Utf8,
                TextEncoding.Utf16BigEndian],
            fields.Select(field => field.Encoding));
        Assert.Equal([0, 0, 0, TextPadding.Space, TextPadding.Space], fields.Select(field => field.Padding));
    }

    [Fact]
    public void An_encoding_that_does_not_exist_is_refused() => DiagnoseField(
        "FK0026", "[Text(4, ⟦(TextEncoding)9⟧)] public partial string Value { readonly get; set; }");

    [Fact]
    public void A_padding_that_does_not_exist_is_refused() => DiagnoseField(
        "FK0026",
        "[Text(4, TextEncoding.Ascii, Padding = ⟦(TextPadding)2⟧)] public partial string Value { readonly get; set; }");

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

    [Theory]
    [InlineData("Utf16BigEndian")]
    [InlineData("Utf16LittleEndian")]
    public void Utf16_has_an_even_length(string encoding) => DiagnoseField(
        "FK0017", $$"""[Text(⟦5⟧, TextEncoding.{{encoding}})] public partial string Value { readonly get; set; }""");

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
