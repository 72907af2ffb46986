namespace FormatKit;

/// <summary>
/// An earlier field holds the tag of this variant; it is computed on writing, and 0 where the variant is not there.
/// Every property of a <see cref="BinaryVariantsAttribute{TTag}"/> type says it.
/// </summary>
/// <param name="field">The field, of the tag's type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TaggedByAttribute(string field) : Attribute
{
    /// <summary>The field that holds the tag.</summary>
    public string Field { get; } = field;
}
