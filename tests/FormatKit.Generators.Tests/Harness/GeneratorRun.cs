using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Tests.Harness;

/// <summary>What a run of the generator left behind.</summary>
internal sealed record GeneratorRun(GeneratorDriverRunResult Result, Compilation Output)
{
    /// <summary>What the generator refuses.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. Result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>What is legal, and the generator would have said better.</summary>
    public ImmutableArray<Diagnostic> Suggestions =>
        [.. Result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Info)];

    /// <summary>
    /// Everything that the generator or the compiler complains about, warnings too, but no suggestions.
    /// </summary>
    public IEnumerable<string> Complaints => Diagnostics
        .Concat(Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden))
        .Select(diagnostic => diagnostic.ToString());

    /// <summary>The ids of the compiler's own complaints.</summary>
    public IEnumerable<string> CompilerIds => Output.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => diagnostic.Id);

    /// <summary>The one generated file whose name ends so.</summary>
    public string Source(string ending) => Assert.Single(
        Result.Results.SelectMany(result => result.GeneratedSources),
        source => source.HintName.EndsWith(ending, StringComparison.Ordinal))
        .SourceText.ToString();
}
