namespace FormatKit.Formats.Png;

/// <summary>The colours that indexed pixels choose from.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.2.2 PLTE Palette")]
public sealed partial class PngPalette : PngChunkData
{
    /// <summary>The colours, at most 256.</summary>
    [Rest(Max = 256 * 3)] public PngColor[] Colors { get; set; } = [];

    [Rule("there is a colour", Field = nameof(Colors))]
    private static bool HasColors(in PngPalette palette) => palette.Colors.Length > 0;
}
