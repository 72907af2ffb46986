namespace FormatKit;

/// <summary>When a field means something.</summary>
/// <param name="Member">The field, bits or property of the same layout that decides.</param>
/// <param name="Kind">How it decides.</param>
/// <param name="Value">The value that it is held against, as the bits of the field.</param>
public sealed record FieldCondition(string Member, ConditionKind Kind, ulong Value)
{
    /// <summary>The condition in words, such as <c>Version ≥ 2</c>.</summary>
    public override string ToString() => Kind switch
    {
        ConditionKind.NotZero => $"{Member}",
        ConditionKind.Equal => $"{Member} = {Value}",
        ConditionKind.HasBits => $"{Member} has 0x{Value:x}",
        _ => $"{Member} ≥ {Value}",
    };
}
