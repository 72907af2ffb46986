namespace FormatKit;

/// <summary>As <see cref="WhenAttribute"/>: when all of some bits of another field are set.</summary>
/// <param name="member">An unsigned integer or enum field.</param>
/// <param name="bits">The bits: an integer or a member of the field's enum.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class WhenFlagAttribute(string member, object bits) : Attribute
{
    /// <summary>The field that decides.</summary>
    public string Member { get; } = member;

    /// <summary>The bits that must be set.</summary>
    public object Bits { get; } = bits;
}
