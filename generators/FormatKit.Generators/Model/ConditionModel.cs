namespace FormatKit.Generators.Model;

/// <summary>When a field or rule counts.</summary>
/// <param name="Member">The property that decides.</param>
/// <param name="Kind">A member of <c>ConditionKind</c>.</param>
/// <param name="Value">The value that it is held against, as the bits of the field.</param>
/// <param name="Words">The value as the declaration names it.</param>
/// <param name="Left">The test as code: what stands before the layout.</param>
/// <param name="Right">The test as code: what stands behind the layout and a full stop.</param>
internal sealed record ConditionModel(
    string Member, string Kind, ulong Value, string? Words, string Left, string Right)
{
    /// <summary>The test as code.</summary>
    public string On(string layout) => $"{Left}{layout}.{Right}";

    /// <summary>The condition in words for documentation.</summary>
    public string Text => Kind switch
    {
        "NotZero" => Member,
        "Equal" => $"{Member} = {Words ?? $"{Value}"}",
        "HasBits" => $"{Member} has {Words ?? $"0x{Value:x}"}",
        _ => $"{Member} ≥ {Words ?? $"{Value}"}",
    };
}
