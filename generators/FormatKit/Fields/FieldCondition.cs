namespace FormatKit;

/// <summary>When a field means something.</summary>
/// <param name="Member">The field, bits or property of the same layout that decides.</param>
/// <param name="Kind">How it decides.</param>
/// <param name="Value">The value that it is held against, as the bits of the field.</param>
/// <param name="Words">The value as the declaration names it: the member of an enum, say; null for the number.</param>
public sealed record FieldCondition(string Member, ConditionKind Kind, ulong Value, string? Words = null)
{
    /// <summary>Whether the condition holds for a value of <see cref="Member"/>, given as the bits of the field.
    /// </summary>
    public bool HoldsFor(ulong value) => Kind switch
    {
        ConditionKind.NotZero => value != 0,
        ConditionKind.Equal => value == Value,
        ConditionKind.HasBits => (value & Value) == Value,
        _ => value >= Value,
    };

    /// <summary>The condition in words, such as <c>Version ≥ 2</c>.</summary>
    public override string ToString() => Kind switch
    {
        ConditionKind.NotZero => $"{Member}",
        ConditionKind.Equal => $"{Member} = {Words ?? $"{Value}"}",
        ConditionKind.HasBits => $"{Member} has {Words ?? $"0x{Value:x}"}",
        _ => $"{Member} ≥ {Words ?? $"{Value}"}",
    };
}
