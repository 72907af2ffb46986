namespace FormatKit;

/// <summary>
/// A time since an epoch in an unsigned integer, on a <see cref="DateTimeOffset"/> property. Fractions of the unit are
/// cut off on writing; a time that the field cannot hold is refused. What lies beyond the calendar reads as its end.
/// </summary>
/// <param name="epoch">The UTC date that 0 means, as <c>yyyy-MM-dd</c>.</param>
/// <param name="unit">What the field counts.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimestampAttribute(string epoch, TimeUnit unit = TimeUnit.Seconds) : Attribute
{
    /// <summary>The UTC date that 0 means.</summary>
    public string Epoch { get; } = epoch;

    /// <summary>What the field counts.</summary>
    public TimeUnit Unit { get; } = unit;

    /// <summary>Bytes of the integer, 4 to 8; by default 4 for seconds and 8 for the others.</summary>
    public int Width { get; init; }
}
