namespace FormatKit;

/// <summary>
/// On a property of an <see cref="OtherVariantAttribute"/> record: the tag by which it was read, and is written. It has
/// no bytes of its own in the record.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TagAttribute : Attribute;
