namespace FormatKit.Formats.Png;

/// <summary>The first chunk: what the image is.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.2.1 IHDR Image header")]
public sealed partial class PngHeader : PngChunkData
{
    /// <summary>Size, colours and storage.</summary>
    public PngImage Image { get; set; }
}
