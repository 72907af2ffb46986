namespace FormatKit;

/// <summary>
/// When a field means something. In a fixed layout its bytes are always there, and its rules count only then; in a
/// record it is there only then.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class WhenAttribute : Attribute
{
    /// <summary>When another field or bit is true or not zero.</summary>
    /// <param name="member">An integer, enum or bool field, bits, or any readable <see cref="bool"/> property.</param>
    public WhenAttribute(string member) => Member = member;

    /// <summary>When another field has a value.</summary>
    /// <param name="member">An integer, enum or bool field, or bits.</param>
    /// <param name="value">The value: an integer or a member of the field's enum.</param>
    public WhenAttribute(string member, object value) => (Member, Value) = (member, value);

    /// <summary>The field or property that decides.</summary>
    public string Member { get; }

    /// <summary>The value that it must have; null for any that is not zero.</summary>
    public object? Value { get; }
}
