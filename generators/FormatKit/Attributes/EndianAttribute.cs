namespace FormatKit;

/// <summary>Gives one field a byte order of its own.</summary>
/// <param name="order">The byte order of the field.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EndianAttribute(ByteOrder order) : Attribute
{
    /// <summary>The byte order of the field.</summary>
    public ByteOrder Order { get; } = order;
}
