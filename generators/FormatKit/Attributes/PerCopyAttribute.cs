namespace FormatKit;

/// <summary>
/// The field is each copy's own: copies that differ in it are equal all the same, and repair keeps it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PerCopyAttribute : Attribute
{
    /// <summary>The field of the other copy that holds the same value, such as a backup's own place.</summary>
    public string? Mirrors { get; init; }
}
