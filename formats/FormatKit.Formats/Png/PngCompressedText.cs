namespace FormatKit.Formats.Png;

/// <summary>A long remark.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.3.3 zTXt Compressed textual data")]
public sealed partial class PngCompressedText : PngChunkData
{
    /// <summary>What the text says, 1 to 79 characters: <c>Title</c>, <c>Author</c>, <c>Comment</c>.</summary>
    [Terminated(Max = 79), Encoded(TextEncoding.Latin1)] public string Keyword { get; set; } = "";

    /// <summary>How the text is compressed: 0 is deflate in zlib's format.</summary>
    [Constant(0)] public byte CompressionMethod { get; private set; }

    /// <summary>The compressed text, which is Latin-1.</summary>
    [Rest] public byte[] Text { get; set; } = [];

    [Rule("the keyword has a character", Field = nameof(Keyword))]
    private static bool HasKeyword(in PngCompressedText text) => text.Keyword.Length > 0;
}
