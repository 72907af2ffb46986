namespace FormatKit.Generators.Model;

/// <summary>A rule in C#.</summary>
/// <param name="Name">The method's name without escape.</param>
/// <param name="Identifier">The method's name as code.</param>
/// <param name="Text">What must hold.</param>
/// <param name="FieldIndex">The field that a violation names.</param>
/// <param name="Field">Its name.</param>
/// <param name="Spec">The clause.</param>
/// <param name="IsStrict">Whether files in the wild may break it.</param>
/// <param name="OtherType">The second layout as code from anywhere; null for a rule over one.</param>
/// <param name="OtherName">The second layout's name.</param>
/// <param name="Condition">When the rule counts.</param>
internal sealed record RuleModel(
    string Name, string Identifier, string Text, int FieldIndex, string Field, string? Spec, bool IsStrict,
    string? OtherType, string? OtherName, ConditionModel? Condition);
