namespace FormatKit;

/// <summary>The unsigned integer field says where in the file something starts.</summary>
/// <param name="unit">What the position counts.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionAttribute(Unit unit) : Attribute
{
    /// <summary>What the position counts.</summary>
    public Unit Unit { get; } = unit;
}
