namespace FormatKit;

/// <summary>
/// The variant for every tag that no <see cref="VariantAttribute"/> lists. It keeps the tag in its
/// <see cref="TagAttribute"/> property. Without one an unknown tag cannot be read.
/// </summary>
/// <param name="type">The record; it derives from the class that the attribute stands on.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OtherVariantAttribute(Type type) : Attribute
{
    /// <summary>The record.</summary>
    public Type Type { get; } = type;
}
