using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial class Terminals
{
    [Terminated(Max = 3), Encoded(TextEncoding.Ascii)] public string Short { get; set; } = "";
    [Terminated, Encoded(TextEncoding.Utf16LittleEndian)] public string Wide { get; set; } = "";
}

public sealed class TerminatedTests
{
    [Fact]
    public void A_text_ends_at_its_NUL()
    {
        // The low byte of U+0100 is zero, and no terminator.
        var value = Terminals.Read([(byte)'a', (byte)'b', 0, 0x00, 0x01, 0, 0]);

        Assert.Equal(("ab", "\u0100"), (value.Short, value.Wide));
    }

    [Fact]
    public void The_NUL_is_written() =>
        SameBytes([(byte)'a', 0, 0x00, 0x01, 0, 0], new Terminals { Short = "a", Wide = "\u0100" }.ToBytes());

    [Fact]
    public void A_text_without_an_end_is_refused_at_its_limit()
    {
        var violation = Assert.Single(Records.Parse<Terminals>("abcdef\0"u8).Violations);

        Assert.Equal(
            "FKV024: Terminals.Short at byte 0: found 4 bytes, expected a NUL within 3 bytes", violation.ToString());
    }

    [Theory]
    [InlineData("abcd")]
    [InlineData("a\0b")]
    [InlineData("é")]
    public void A_text_that_would_not_be_read_again_is_not_written(string text) =>
        Assert.Throws<ArgumentException>(() => new Terminals { Short = text }.ToBytes());

    [Fact]
    public void Bytes_that_are_no_text_are_a_violation()
    {
        var parse = Records.Parse<Terminals>([0x80, 0, 0, 0]);

        Assert.Equal(ViolationKind.BadText, Assert.Single(parse.Violations).Kind);
        Assert.Equal("\uFFFD", parse.Value!.Short);
    }
}
