namespace FormatKit.Formats.Png;

/// <summary>Any other chunk, kept as it is.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 5.3 Chunk layout")]
public sealed partial class PngOther : PngChunkData
{
    /// <summary>The type of the chunk.</summary>
    [Tag] public FourCC Type { get; set; }

    /// <summary>The data.</summary>
    [Rest(Max = PngChunk.MaxLength)] public byte[] Data { get; set; } = [];
}
