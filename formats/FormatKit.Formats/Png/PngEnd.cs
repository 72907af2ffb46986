namespace FormatKit.Formats.Png;

/// <summary>The end of the file: nothing.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.2.4 IEND Image trailer")]
public sealed partial class PngEnd : PngChunkData;
