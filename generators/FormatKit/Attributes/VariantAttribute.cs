namespace FormatKit;

/// <summary>One variant of a <see cref="BinaryVariantsAttribute{TTag}"/> class.</summary>
/// <param name="tag">The tag that means it: an integer, a member of the tag's enum, or four characters.</param>
/// <param name="type">The record; it derives from the class that the attribute stands on.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class VariantAttribute(object tag, Type type) : Attribute
{
    /// <summary>The tag that means the variant.</summary>
    public object Tag { get; } = tag;

    /// <summary>The record.</summary>
    public Type Type { get; } = type;
}
