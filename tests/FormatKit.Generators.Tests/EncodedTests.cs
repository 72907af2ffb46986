using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class EncodedTexts
{
    [Prefixed(1), Encoded(TextEncoding.Utf8)] public string Utf8 { get; set; } = "";
    [Prefixed(1), Encoded(TextEncoding.Latin1)] public string Latin1 { get; set; } = "";
    [Prefixed(1), Encoded(TextEncoding.Utf16BigEndian)] public string Big { get; set; } = "";
    [Prefixed(1), Encoded(TextEncoding.Utf16LittleEndian)] public string Little { get; set; } = "";
}

public sealed class EncodedTests
{
    private static readonly byte[] Whole =
    [
        2, 0xC3, 0xA9, // Utf8: é
        1, 0xE9,       // Latin1
        2, 0x00, 0xE9, // Big
        2, 0xE9, 0x00, // Little
    ];

    [Fact]
    public void The_same_letter_is_read_in_each_encoding()
    {
        var value = EncodedTexts.Read(Whole);

        Assert.Equal(("é", "é", "é", "é"), (value.Utf8, value.Latin1, value.Big, value.Little));
    }

    [Fact]
    public void The_same_letter_is_written_in_each_encoding() =>
        SameBytes(Whole, new EncodedTexts { Utf8 = "é", Latin1 = "é", Big = "é", Little = "é" }.ToBytes());

    [Fact]
    public void A_letter_that_an_encoding_does_not_have_is_not_written() =>
        Assert.ThrowsAny<Exception>(() => new EncodedTexts { Latin1 = "€" }.ToBytes());

    [Fact]
    public void Text_of_fixed_width_says_it_otherwise() => Diagnose("FK0014", """
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [Text(4, TextEncoding.Ascii), ⟦Encoded(TextEncoding.Ascii)⟧]
            public partial string Name { readonly get; set; }
        }
        """);

    [Fact]
    public void A_text_whose_length_varies_must_say_it() => Diagnose("FK0013", """
        [BinaryRecord(ByteOrder.BigEndian)]
        public partial class Chunk { [Prefixed(1)] public string ⟦Name⟧ { get; set; } = ""; }
        """);
}
