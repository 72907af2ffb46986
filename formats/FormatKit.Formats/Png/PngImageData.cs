namespace FormatKit.Formats.Png;

/// <summary>A piece of the pixels. All such chunks together hold one deflated stream, in zlib's format.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.2.3 IDAT Image data")]
public sealed partial class PngImageData : PngChunkData
{
    /// <summary>The piece.</summary>
    [Rest(Max = PngChunk.MaxLength)] public byte[] Data { get; set; } = [];
}
