using FormatKit.Formats.Png;

namespace FormatKit.Formats.Tests.Png;

public sealed class PngFileTests
{
    [Fact]
    public void Chunks_are_told_by_their_types()
    {
        var file = PngFile.Read(PngPicture.Bytes());

        Assert.Equal(
            [
                typeof(PngHeader), typeof(PngGamma), typeof(PngPalette), typeof(PngTransparency), typeof(PngPixelSize),
                typeof(PngTime), typeof(PngText), typeof(PngInternationalText), typeof(PngOther), typeof(PngImageData),
                typeof(PngEnd),
            ],
            file.Chunks.Select(chunk => chunk.Data.GetType()));
    }

    [Fact]
    public void The_header_says_what_the_image_is()
    {
        var image = Only<PngHeader>().Image;

        Assert.Equal(
            (2u, 1u, 8, PngColorType.Indexed, PngInterlace.None),
            (image.Width, image.Height, image.BitDepth, image.ColorType, image.Interlace));
    }

    [Fact]
    public void Colours_and_sizes_are_read_field_by_field()
    {
        Assert.Equal(45455u, Only<PngGamma>().Gamma);
        Assert.Equal(
            [(255, 0, 0), (0, 0, 255)],
            Only<PngPalette>().Colors.Select(color => ((int)color.Red, (int)color.Green, (int)color.Blue)));
        Assert.Equal([0xFF, 0x80], Only<PngTransparency>().Data);
        var size = Only<PngPixelSize>();
        Assert.Equal((3780u, 3780u, PngUnit.Metre), (size.PerUnitX, size.PerUnitY, size.Unit));
    }

    [Fact]
    public void Times_and_texts_are_read_field_by_field()
    {
        var time = Only<PngTime>();
        Assert.Equal(
            (2026, 11, 25, 12, 30, 0), (time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second));
        Assert.Equal(("Title", "Zwei Pixel über"), (Only<PngText>().Keyword, Only<PngText>().Text));
        var text = Only<PngInternationalText>();
        Assert.Equal(("Title", "ja", "題"), (text.Keyword, text.Language, text.TranslatedKeyword));
        Assert.Equal("二画素"u8, text.Text);
    }

    [Fact]
    public void Unknown_chunks_keep_their_type_and_their_bytes()
    {
        var other = Only<PngOther>();

        Assert.Equal(FourCC.Of("vpAg"), other.Type);
        Assert.Equal([1, 2, 3], other.Data);
    }

    [Fact]
    public void What_is_read_is_written_byte_for_byte() =>
        Assert.Equal(PngPicture.Bytes(), PngFile.Read(PngPicture.Bytes()).ToBytes());

    [Fact]
    public void Lengths_types_and_checksums_are_computed()
    {
        var file = new PngFile
        {
            Chunks =
            [
                new(new PngHeader
                {
                    Image = new() { Width = 2, Height = 1, BitDepth = 8, ColorType = PngColorType.Indexed },
                }),
                new(new PngGamma { Gamma = 45455 }),
                new(new PngPalette { Colors = [new() { Red = 255 }, new() { Blue = 255 }] }),
                new(new PngTransparency { Data = [0xFF, 0x80] }),
                new(new PngPixelSize { PerUnitX = 3780, PerUnitY = 3780, Unit = PngUnit.Metre }),
                new(new PngTime { Year = 2026, Month = 11, Day = 25, Hour = 12, Minute = 30 }),
                new(new PngText { Keyword = "Title", Text = "Zwei Pixel über" }),
                new(new PngInternationalText
                {
                    Keyword = "Title", Language = "ja", TranslatedKeyword = "題", Text = "二画素"u8.ToArray(),
                }),
                new(new PngOther { Type = FourCC.Of("vpAg"), Data = [1, 2, 3] }),
                new(new PngImageData { Data = Convert.FromHexString("789C636060040000040002") }),
                new(new PngEnd()),
            ],
        };

        Assert.Equal(PngPicture.Bytes(), file.ToBytes());
    }

    [Fact]
    public void What_follows_the_end_is_left_alone()
    {
        Assert.True(PngFile.TryRead([.. PngPicture.Bytes(), 1, 2, 3], out var file, out var consumed));

        Assert.Equal((11, PngPicture.Bytes().Length), (file.Chunks.Length, consumed));
    }

    private static T Only<T>()
        where T : PngChunkData =>
        Assert.Single(PngFile.Read(PngPicture.Bytes()).Chunks.Select(chunk => chunk.Data).OfType<T>());
}
