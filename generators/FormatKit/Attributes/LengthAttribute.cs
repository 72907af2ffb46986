namespace FormatKit;

/// <summary>
/// An earlier field says how many bytes these bytes, this text, this record or all elements of this array have; it is
/// computed on writing. An array has as many elements as fit, and what is left over is a violation.
/// </summary>
/// <param name="field">The unsigned integer field.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LengthAttribute(string field) : Attribute
{
    /// <summary>The field that holds the number.</summary>
    public string Field { get; } = field;

    /// <summary>The most bytes that are accepted; by default <see cref="RecordLimits.Length"/>.</summary>
    public int Max { get; init; }

    /// <summary>How many bytes more the field counts: those of a header that it includes.</summary>
    public int Plus { get; init; }
}
