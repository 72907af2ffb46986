namespace FormatKit;

/// <summary>
/// Asserts where a field starts. Fields stand in disk order and the layout follows from that; the offset is checked, it
/// does not place the field.
/// </summary>
/// <param name="offset">Bytes from the start of the layout.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OffsetAttribute(int offset) : Attribute
{
    /// <summary>Bytes from the start of the layout.</summary>
    public int Offset { get; } = offset;
}
