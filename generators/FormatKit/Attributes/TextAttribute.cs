namespace FormatKit;

/// <summary>
/// Text of fixed width on a <see cref="string"/> property. Reading stops at the first NUL character, or before spaces
/// at the end where these are the padding, and never throws (what is no text becomes U+FFFD); writing pads and refuses
/// text that is too long or not encodable. The raw bytes are there as <c>NameBytes</c>.
/// </summary>
/// <param name="length">The width of the field in bytes.</param>
/// <param name="encoding">How characters are stored.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute(int length, TextEncoding encoding) : Attribute
{
    /// <summary>The width of the field in bytes.</summary>
    public int Length { get; } = length;

    /// <summary>How characters are stored.</summary>
    public TextEncoding Encoding { get; } = encoding;

    /// <summary>What stands behind a text that is shorter than its field.</summary>
    public TextPadding Padding { get; init; }
}
