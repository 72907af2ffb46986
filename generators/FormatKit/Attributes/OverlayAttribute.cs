namespace FormatKit;

/// <summary>
/// One of several layouts that the bytes of a <see cref="BytesAttribute"/> field may be, told by the value of a tag
/// field. It has no bytes of its own; its rules count only while the tag has the value.
/// </summary>
/// <param name="region">The <see cref="BytesAttribute"/> field that holds the bytes; the layout is not longer.</param>
/// <param name="tag">The integer or enum field, or <see cref="BitsAttribute"/> of one, that tells which layout it is:
/// one for all overlays of a region.</param>
/// <param name="value">The tag's value for this layout: an integer or a member of the tag's enum.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OverlayAttribute(string region, string tag, object value) : Attribute
{
    /// <summary>The field that holds the bytes.</summary>
    public string Region { get; } = region;

    /// <summary>The field or bits that tell which layout it is.</summary>
    public string Tag { get; } = tag;

    /// <summary>The tag's value for this layout.</summary>
    public object Value { get; } = value;
}
