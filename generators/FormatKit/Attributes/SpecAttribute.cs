namespace FormatKit;

/// <summary>The clause that defines a field, where it is not the layout's; quoted in docs and violations.</summary>
/// <param name="clause">The specification and clause.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpecAttribute(string clause) : Attribute
{
    /// <summary>The specification and clause.</summary>
    public string Clause { get; } = clause;
}
