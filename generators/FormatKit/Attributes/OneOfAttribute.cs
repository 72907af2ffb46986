namespace FormatKit;

/// <summary>
/// The integer field has one of a few values; <c>Validate</c> reports others, sealing changes nothing.
/// </summary>
/// <param name="values">The legal values.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute(params ulong[] values) : Attribute
{
    /// <summary>The legal values.</summary>
    public IReadOnlyList<ulong> Values { get; } = values;
}
