namespace FormatKit.Formats.Png;

/// <summary>What to show behind the image.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.4.1 bKGD Background color")]
public sealed partial class PngBackground : PngChunkData
{
    /// <summary>An index into the palette in one byte, or a grey or a colour, two bytes a sample.</summary>
    [Rest(Max = 6)] public byte[] Data { get; set; } = [];
}
