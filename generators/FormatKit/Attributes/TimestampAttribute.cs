namespace FormatKit;

/// <summary>
/// Seconds since an epoch in an unsigned 32-bit integer, on a <see cref="DateTimeOffset"/> property. Fractions of a
/// second are cut off on writing; a time outside the 32 bits is refused.
/// </summary>
/// <param name="epoch">The UTC date that 0 means, as <c>yyyy-MM-dd</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimestampAttribute(string epoch) : Attribute
{
    /// <summary>The UTC date that 0 means.</summary>
    public string Epoch { get; } = epoch;
}
