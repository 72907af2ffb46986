namespace FormatKit.Formats.Png;

/// <summary>What a chunk holds.</summary>
[BinaryVariants<FourCC>(Spec = "PNG (Third Edition), 11 Chunk specifications")]
[Variant("IHDR", typeof(PngHeader))]
[Variant("PLTE", typeof(PngPalette))]
[Variant("IDAT", typeof(PngImageData))]
[Variant("IEND", typeof(PngEnd))]
[Variant("tRNS", typeof(PngTransparency))]
[Variant("cHRM", typeof(PngChromaticities))]
[Variant("gAMA", typeof(PngGamma))]
[Variant("iCCP", typeof(PngColorProfile))]
[Variant("sRGB", typeof(PngStandardColors))]
[Variant("tEXt", typeof(PngText))]
[Variant("zTXt", typeof(PngCompressedText))]
[Variant("iTXt", typeof(PngInternationalText))]
[Variant("bKGD", typeof(PngBackground))]
[Variant("pHYs", typeof(PngPixelSize))]
[Variant("tIME", typeof(PngTime))]
[OtherVariant(typeof(PngOther))]
public abstract partial class PngChunkData;
