namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>Where other copies of the layout stand.</summary>
    private string? ParseReplica() =>
        Annotation.Find(_type, "Replica") is { } replica && replica.TryGetText(0, out var place) ? place : null;
}
