namespace FormatKit;

/// <summary>
/// How the characters of a text whose length varies are stored. Text of fixed width has <see cref="TextAttribute"/>.
/// </summary>
/// <param name="encoding">How characters are stored.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodedAttribute(TextEncoding encoding) : Attribute
{
    /// <summary>How characters are stored.</summary>
    public TextEncoding Encoding { get; } = encoding;
}
