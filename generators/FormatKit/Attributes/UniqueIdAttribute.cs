namespace FormatKit;

/// <summary>The byte order of a <see cref="Guid"/> field. Every field of that type must say it.</summary>
/// <param name="order">The byte order on disk.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UniqueIdAttribute(GuidOrder order) : Attribute
{
    /// <summary>The byte order on disk.</summary>
    public GuidOrder Order { get; } = order;
}
