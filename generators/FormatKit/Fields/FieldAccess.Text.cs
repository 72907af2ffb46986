namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Reads a text without its padding; what is no text becomes U+FFFD.</summary>
    public static string ReadText<TLayout>(
        ref readonly TLayout layout,
        int offset,
        int length,
        TextEncoding encoding,
        TextPadding padding = TextPadding.Nul)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        FixedText.Read(ViewBytes(in layout, offset, length), encoding, padding);

    /// <summary>Writes a text and pads it; a text that is refused leaves the bytes as they were.</summary>
    /// <exception cref="ArgumentException">The text is too long or holds a character that cannot be stored.</exception>
    public static void WriteText<TLayout>(
        ref TLayout layout,
        int offset,
        int length,
        TextEncoding encoding,
        string text,
        string field,
        TextPadding padding = TextPadding.Nul)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        FixedText.Write(EditBytes(ref layout, offset, length), encoding, padding, text, field);
}
