using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

/// <summary>A checksum whose fields are still names: where they stand, the planner knows.</summary>
/// <param name="Field">The field that holds it.</param>
/// <param name="Model">What is known without places.</param>
/// <param name="IsBalanced">Whether the algorithm can solve for the field.</param>
/// <param name="Directive">The attribute, for the places of its arguments.</param>
internal sealed record ChecksumDraft(string Field, ChecksumModel Model, bool IsBalanced, Annotation Directive)
{
    public IReadOnlyList<string>? Over { get; } = Directive.NamedTexts("Over");

    public IReadOnlyList<string>? Except { get; } = Directive.NamedTexts("Except");

    public string? Length { get; } = Directive.NamedText("Length");

    public string? External { get; } = Directive.NamedText("External");

    public string? When { get; } = Directive.NamedText("When");
}
