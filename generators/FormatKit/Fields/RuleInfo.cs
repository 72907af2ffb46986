namespace FormatKit;

/// <summary>A rule in C#, as data.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Text">What must hold.</param>
/// <param name="Field">The name of the field that a violation names.</param>
/// <param name="Spec">The clause that makes the rule, where it is not the field's or the layout's.</param>
/// <param name="IsStrict">Whether <see cref="Strictness.Wild"/> does not report it.</param>
/// <param name="Other">The name of the other layout that the rule looks at, if it takes two.</param>
/// <param name="Condition">When the rule counts; null for always.</param>
public sealed record RuleInfo(
    string Name, string Text, string Field, string? Spec, bool IsStrict, string? Other,
    FieldCondition? Condition = null);
