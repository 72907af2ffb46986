namespace FormatKit.Formats.Png;

/// <summary>A remark in any language.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.3.4 iTXt International textual data")]
public sealed partial class PngInternationalText : PngChunkData
{
    /// <summary>What the text says, 1 to 79 characters: <c>Title</c>, <c>Author</c>, <c>Comment</c>.</summary>
    [Terminated(Max = 79), Encoded(TextEncoding.Latin1)] public string Keyword { get; set; } = "";

    /// <summary>1 where the text is compressed, else 0.</summary>
    [OneOf(0, 1)] public byte IsCompressed { get; set; }

    /// <summary>How the text is compressed: 0 is deflate in zlib's format.</summary>
    [Constant(0)] public byte CompressionMethod { get; private set; }

    /// <summary>The language, such as <c>de-CH</c>; empty where it is not said.</summary>
    [Terminated, Encoded(TextEncoding.Ascii)] public string Language { get; set; } = "";

    /// <summary>The keyword in that language.</summary>
    [Terminated, Encoded(TextEncoding.Utf8)] public string TranslatedKeyword { get; set; } = "";

    /// <summary>The text in UTF-8, compressed or not.</summary>
    [Rest] public byte[] Text { get; set; } = [];

    [Rule("the keyword has a character", Field = nameof(Keyword))]
    private static bool HasKeyword(in PngInternationalText text) => text.Keyword.Length > 0;
}
