namespace FormatKit;

/// <summary>The unsigned integer field says how long or how large something is.</summary>
/// <param name="unit">What the field counts.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasureAttribute(Unit unit) : Attribute
{
    /// <summary>What the field counts.</summary>
    public Unit Unit { get; } = unit;
}
