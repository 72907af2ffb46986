namespace FormatKit.Generators.Model;

/// <summary>A rule in C# over a record.</summary>
/// <param name="Name">The method's name without escape.</param>
/// <param name="Identifier">The method's name as code.</param>
/// <param name="Text">What must hold.</param>
/// <param name="Field">The index of the field that a violation names.</param>
/// <param name="Spec">The clause.</param>
/// <param name="TakesReference">Whether the method takes the record as <c>in</c>.</param>
/// <param name="Condition">When the rule counts.</param>
internal sealed record RecordRuleModel(
    string Name, string Identifier, string Text, int Field, string? Spec, bool TakesReference,
    RecordConditionModel? Condition);
