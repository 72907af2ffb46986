namespace FormatKit.Formats.Png;

/// <summary>A remark: who made the image, its title, and the like.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.3.2 tEXt Textual data")]
public sealed partial class PngText : PngChunkData
{
    /// <summary>What the text says, 1 to 79 characters: <c>Title</c>, <c>Author</c>, <c>Comment</c>.</summary>
    [Terminated(Max = 79), Encoded(TextEncoding.Latin1)] public string Keyword { get; set; } = "";

    /// <summary>The text.</summary>
    [Rest, Encoded(TextEncoding.Latin1)] public string Text { get; set; } = "";

    [Rule("the keyword has a character", Field = nameof(Keyword))]
    private static bool HasKeyword(in PngText text) => text.Keyword.Length > 0;
}
