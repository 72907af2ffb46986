namespace FormatKit;

/// <summary>
/// One value of an unsigned integer field means <em>none</em>. Adds a nullable view of the field, <c>NameOrNull</c>,
/// and the constant <c>NameNull</c>.
/// </summary>
/// <param name="value">The value that means none.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NullValueAttribute(ulong value) : Attribute
{
    /// <summary>The value that means none.</summary>
    public ulong Value { get; } = value;
}
