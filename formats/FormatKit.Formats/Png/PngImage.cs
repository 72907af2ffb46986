namespace FormatKit.Formats.Png;

/// <summary>The size of an image and how its pixels are stored.</summary>
[BinaryLayout(13, ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.2.1 IHDR Image header")]
public partial struct PngImage
{
    /// <summary>Pixels in a line.</summary>
    [Offset(0), Range(1, int.MaxValue)] public partial uint Width { readonly get; set; }

    /// <summary>Lines.</summary>
    [Offset(4), Range(1, int.MaxValue)] public partial uint Height { readonly get; set; }

    /// <summary>Bits of a sample, or of an index into the palette.</summary>
    [Offset(8), OneOf(1, 2, 4, 8, 16)] public partial byte BitDepth { readonly get; set; }

    /// <summary>What a pixel consists of.</summary>
    [Offset(9), EnumPolicy(UnknownValues.Reject)] public partial PngColorType ColorType { readonly get; set; }

    /// <summary>How the pixels are compressed: 0 is deflate with a window of at most 32 KiB.</summary>
    [Offset(10), Constant(0)] public partial byte CompressionMethod { readonly get; set; }

    /// <summary>What is done to lines before that: 0 means that each says its filter.</summary>
    [Offset(11), Constant(0)] public partial byte FilterMethod { readonly get; set; }

    /// <summary>In which order lines are stored.</summary>
    [Offset(12), EnumPolicy(UnknownValues.Reject)] public partial PngInterlace Interlace { readonly get; set; }

    [Rule("the colour type has samples of so many bits", Field = nameof(BitDepth),
        Spec = "PNG (Third Edition), 11.2.1 IHDR, Allowed combinations of color type and bit depth")]
    private static bool IsAllowedDepth(in PngImage image) => image.ColorType switch
    {
        PngColorType.Truecolor or PngColorType.GreyscaleAlpha or PngColorType.TruecolorAlpha => image.BitDepth >= 8,
        PngColorType.Indexed => image.BitDepth <= 8,
        _ => true, // grey has all depths, and what is no colour type has a violation of its own
    };
}
