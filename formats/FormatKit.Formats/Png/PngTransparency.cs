namespace FormatKit.Formats.Png;

/// <summary>Which colours are transparent.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.1.1 tRNS Transparency")]
public sealed partial class PngTransparency : PngChunkData
{
    /// <summary>
    /// An opacity for each colour of the palette, from its first; else one grey or one colour, two bytes a sample.
    /// </summary>
    [Rest(Max = 256)] public byte[] Data { get; set; } = [];
}
