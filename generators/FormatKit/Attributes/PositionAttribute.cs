namespace FormatKit;

/// <summary>
/// The unsigned integer field says where in the file something starts. Adds <c>NameBytes</c>, the position in bytes,
/// and the region to those that the layout points at.
/// </summary>
/// <param name="unit">What the position counts.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionAttribute(Unit unit) : Attribute
{
    /// <summary>What the position counts.</summary>
    public Unit Unit { get; } = unit;

    /// <summary>The <see cref="MeasureAttribute"/> field that says how long it is there, if one does.</summary>
    public string? Length { get; init; }
}
