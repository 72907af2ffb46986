namespace FormatKit;

/// <summary>What to do with values that the field's enum does not name. Without it they are preserved.</summary>
/// <param name="unknown">The policy.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnumPolicyAttribute(UnknownValues unknown) : Attribute
{
    /// <summary>The policy.</summary>
    public UnknownValues Unknown { get; } = unknown;
}
