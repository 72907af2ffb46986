namespace FormatKit;

/// <summary>As <see cref="WhenAttribute"/>: when a version field is at least so high.</summary>
/// <param name="member">The unsigned integer field that holds the version.</param>
/// <param name="version">The first version that has the field.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class SinceAttribute(string member, ulong version) : Attribute
{
    /// <summary>The field that holds the version.</summary>
    public string Member { get; } = member;

    /// <summary>The first version that has the field.</summary>
    public ulong Version { get; } = version;
}
