namespace FormatKit.Testing;

/// <summary>What was found when a law held.</summary>
/// <param name="Law">The name of the law.</param>
/// <param name="Cases">How many cases were tried.</param>
/// <param name="Vacuous">Why the law says nothing here, or null when it was tried.</param>
public sealed record LawResult(string Law, int Cases, string? Vacuous = null)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Vacuous is null ? $"{Law}: holds in {Cases} cases" : $"{Law}: says nothing, as {Vacuous}";
}
