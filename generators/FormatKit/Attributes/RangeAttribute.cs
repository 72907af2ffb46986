namespace FormatKit;

/// <summary>The integer field lies within two values; <c>Validate</c> reports it where it does not.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute : Attribute
{
    /// <summary>A range of signed values, or of unsigned ones below 2^63.</summary>
    /// <param name="minimum">The least legal value.</param>
    /// <param name="maximum">The greatest legal value.</param>
    public RangeAttribute(long minimum, long maximum) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>A range of unsigned values.</summary>
    /// <param name="minimum">The least legal value.</param>
    /// <param name="maximum">The greatest legal value.</param>
    public RangeAttribute(ulong minimum, ulong maximum) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>The least legal value.</summary>
    public Int128 Minimum { get; }

    /// <summary>The greatest legal value.</summary>
    public Int128 Maximum { get; }
}
