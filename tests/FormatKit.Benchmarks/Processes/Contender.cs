namespace FormatKit.Benchmarks.Processes;

/// <summary>A tool in a comparison, and its runs.</summary>
/// <param name="Name">How the tables call it.</param>
/// <param name="Run">Runs it once.</param>
internal sealed record Contender(string Name, Func<RunCost> Run)
{
    internal List<RunCost> Costs { get; } = [];
}
