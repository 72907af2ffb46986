using FormatKit.Formats.Png;

namespace FormatKit.Formats.Tests.Png;

/// <summary>What is wrong with a PNG is said with its path, its place and the clause.</summary>
public sealed class PngViolationTests
{
    [Fact]
    public void A_changed_byte_breaks_the_checksum_of_its_chunk()
    {
        var bytes = PngPicture.Bytes();
        var start = PngPicture.StartOf("tEXt");
        bytes[start + 8 + 7] ^= 0x20; // the w of Zwei

        var violation = Assert.Single(Records.Parse<PngFile>(bytes).Violations);

        Assert.Equal((ViolationKind.Checksum, "Chunks[6].Checksum"), (violation.Kind, violation.Path));
        Assert.Equal(start + 8 + 21, violation.Offset);
        Assert.Contains("5.5 CRC algorithm", violation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_that_a_transfer_in_text_mode_has_changed_is_told()
    {
        var bytes = PngPicture.Bytes();
        bytes[4] = 0x0A; // \r\n became \n\n

        var violation = Records.Parse<PngFile>(bytes).Violations[0];

        Assert.Equal((ViolationKind.Magic, "Signature", 0L), (violation.Kind, violation.Path, violation.Offset));
    }

    [Fact]
    public void A_header_that_breaks_its_rules_is_said_field_by_field()
    {
        var file = PngFile.Read(PngPicture.Bytes());
        ((PngHeader)file.Chunks[0].Data).Image =
            new() { BitDepth = 3, Height = 1u << 31, ColorType = (PngColorType)5 };

        Assert.Equal(
            [
                "Chunks[0].Data.Image.Width", "Chunks[0].Data.Image.Height", "Chunks[0].Data.Image.BitDepth",
                "Chunks[0].Data.Image.ColorType",
            ],
            Records.Parse<PngFile>(file.ToBytes()).Violations.Select(violation => violation.Path));
    }

    /// <summary>The table of the specification, by hand.</summary>
    [Theory]
    [InlineData(PngColorType.Greyscale, "1 2 4 8 16")]
    [InlineData(PngColorType.Truecolor, "8 16")]
    [InlineData(PngColorType.Indexed, "1 2 4 8")]
    [InlineData(PngColorType.GreyscaleAlpha, "8 16")]
    [InlineData(PngColorType.TruecolorAlpha, "8 16")]
    public void A_colour_type_has_the_depths_of_the_specification(PngColorType type, string depths)
    {
        var valid = Enumerable.Range(0, 256).Where(depth =>
        {
            var header = new PngHeader
            {
                Image = new() { Width = 1, Height = 1, BitDepth = (byte)depth, ColorType = type },
            };
            return Records.Parse<PngHeader>(header.ToBytes()).IsValid;
        });

        Assert.Equal(depths, string.Join(' ', valid));
    }

    [Fact]
    public void A_palette_of_more_than_256_colours_is_refused()
    {
        var palette = new PngPalette { Colors = new PngColor[257] };

        Assert.Throws<ArgumentException>(() => palette.ToBytes());
        Assert.Equal(
            RecordStatus.Broken, Records.Parse<PngPalette>(new byte[3 * 257]).Status);
    }

    [Fact]
    public void A_text_without_a_keyword_and_a_palette_without_colours_break_rules()
    {
        var file = PngFile.Read(PngPicture.Bytes());
        file.Chunks[2].Data = new PngPalette();
        file.Chunks[6].Data = new PngText { Text = "of nothing" };

        Assert.Equal(
            [(ViolationKind.Rule, "Chunks[2].Data.Colors"), (ViolationKind.Rule, "Chunks[6].Data.Keyword")],
            Records.Parse<PngFile>(file.ToBytes()).Violations.Select(violation => (violation.Kind, violation.Path)));
    }

    [Fact]
    public void Half_a_colour_is_left_over()
    {
        var violation = Assert.Single(Records.Parse<PngPalette>(new byte[4]).Violations);

        Assert.Equal((ViolationKind.LeftOver, "Colors"), (violation.Kind, violation.Path));
    }

    [Fact]
    public void A_length_of_four_gigabytes_is_refused_before_anything_is_allocated()
    {
        var bytes = PngPicture.Bytes();
        bytes.AsSpan(PngPicture.StartOf("tEXt"), 4).Fill(0xFF);

        var parse = Records.Parse<PngFile>(bytes);

        Assert.Equal((RecordStatus.Broken, "Chunks[6].Data"), (parse.Status, parse.Violations[^1].Path));
        Assert.InRange(AllocationMeter.BytesOf(() => Records.Parse<PngFile>(bytes)), 0, 100 * 16_384);
    }

    [Fact]
    public void Half_a_file_says_how_much_more_it_needs()
    {
        var bytes = PngPicture.Bytes();
        for (var length = 0; length < bytes.Length; length++)
        {
            var parse = Records.Parse<PngFile>(bytes.AsSpan(0, length), isFinal: false);

            Assert.Equal(RecordStatus.NeedMore, parse.Status);
            Assert.InRange(parse.Needed, length + 1, bytes.Length);
        }
    }
}
