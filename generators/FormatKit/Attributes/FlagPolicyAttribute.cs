namespace FormatKit;

/// <summary>Which bits of a field of flags must be set, and what becomes of bits that are not known.</summary>
/// <param name="unknown">What to do with bits that are not known.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagPolicyAttribute(UnknownValues unknown) : Attribute
{
    /// <summary>What to do with bits that are not known.</summary>
    public UnknownValues Unknown { get; } = unknown;

    /// <summary>Bits that must be set.</summary>
    public ulong Required { get; init; }

    /// <summary>Bits that are known; by default those that the field's enum names. An integer field must say.</summary>
    public ulong Known { get; init; }
}
