namespace FormatKit;

/// <summary>
/// A rule in C#: a static method of the layout that takes it (<c>in TSelf</c>), or it and another layout
/// (<c>in TSelf, in TOther</c>), and returns whether the rule holds; of a record a static method that takes it, asked
/// once all of it was read. It must not throw for any bytes.
/// </summary>
/// <param name="text">What must hold, as a sentence without a full stop:
/// "the tables end before the first grain".</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuleAttribute(string text) : Attribute
{
    /// <summary>What must hold.</summary>
    public string Text { get; } = text;

    /// <summary>The field that a violation names; by default the first one.</summary>
    public string? Field { get; init; }

    /// <summary>The clause that makes the rule, where it is not the field's or the layout's.</summary>
    public string? Spec { get; init; }
}
