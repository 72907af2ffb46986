using System.IO.Compression;
using System.Text;
using FormatKit.Formats.Png;

namespace FormatKit.Interop.Tests.Png;

/// <summary>A picture of one colour with every chunk that is declared but a profile, which excludes sRGB.</summary>
internal static class WrittenPng
{
    private const int Width = 32;
    private const int Height = 16;

    public static PngFile Everything() => new()
    {
        Chunks =
        [
            .. new PngChunkData[]
            {
                new PngHeader
                {
                    Image = new() { Width = Width, Height = Height, BitDepth = 8, ColorType = PngColorType.Indexed },
                },
                new PngGamma { Gamma = 45455 },
                new PngChromaticities
                {
                    WhiteX = 31270, WhiteY = 32900, RedX = 64000, RedY = 33000,
                    GreenX = 30000, GreenY = 60000, BlueX = 15000, BlueY = 6000,
                },
                new PngStandardColors { RenderingIntent = PngRenderingIntent.Saturation },
                new PngOther { Type = FourCC.Of("sBIT"), Data = [8, 8, 8] },
                new PngPalette { Colors = [new() { Red = 200, Green = 100, Blue = 50 }, new()] },
                new PngTransparency { Data = [128] },
                new PngBackground { Data = [1] },
                new PngPixelSize { PerUnitX = 3780, PerUnitY = 2835, Unit = PngUnit.Metre },
                new PngTime { Year = 2026, Month = 11, Day = 25, Hour = 12, Minute = 30, Second = 60 },
                new PngText { Keyword = "Comment", Text = "Déclaré, pas décodé" },
                new PngCompressedText { Keyword = "Title", Text = Deflate(Encoding.Latin1.GetBytes("dé" + Long)) },
                new PngInternationalText
                {
                    Keyword = "Author", Language = "ja", TranslatedKeyword = "題", Text = "二画素"u8.ToArray(),
                },
                new PngInternationalText
                {
                    Keyword = "Source", IsCompressed = 1, Text = Deflate(Encoding.UTF8.GetBytes("二" + Long)),
                },
                new PngImageData { Data = Deflate(new byte[Height * (1 + Width)]) },
                new PngEnd(),
            }.Select(data => new PngChunk(data)),
        ],
    };

    /// <summary>Bytes that were compressed in zlib's format.</summary>
    public static byte[] Inflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress))
        {
            zlib.CopyTo(target);
        }

        return target.ToArray();
    }

    private static string Long => string.Concat(Enumerable.Repeat("long ", 100));

    private static byte[] Deflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal))
        {
            zlib.Write(bytes);
        }

        return target.ToArray();
    }
}
