namespace FormatKit;

/// <summary>
/// The bytes, the text or the array go on to the end of what encloses the record: the length that an outer record
/// gives it, or the end of the input. Only the last field can.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RestAttribute : Attribute
{
    /// <summary>
    /// The most bytes that are accepted; by default <see cref="RecordLimits.Length"/>.
    /// </summary>
    public int Max { get; init; }
}
