namespace FormatKit;

/// <summary>An earlier field says how many elements the array has; it is computed on writing.</summary>
/// <param name="field">The unsigned integer field.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountAttribute(string field) : Attribute
{
    /// <summary>The field that holds the number.</summary>
    public string Field { get; } = field;

    /// <summary>The most elements that are accepted; by default <see cref="RecordLimits.Count"/>.</summary>
    public int Max { get; init; }

    /// <summary>
    /// How much more than the elements the field counts: 1 where it counts a head that is no element.
    /// </summary>
    public int Plus { get; init; }
}
