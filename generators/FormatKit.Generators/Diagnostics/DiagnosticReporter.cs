using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>
/// Reports at the end of the pipeline, where the trees are known: what is cached before holds none, and where there
/// is nothing to report nothing is done.
/// </summary>
internal static class DiagnosticReporter
{
    public static void Report(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DiagnosticInfo> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics.Collect().Combine(context.CompilationProvider),
            static (output, found) => Report(output, found.Left, found.Right));

    private static void Report(
        SourceProductionContext output, ImmutableArray<DiagnosticInfo> diagnostics, Compilation compilation)
    {
        if (diagnostics.IsEmpty)
        {
            return;
        }

        var trees = new Dictionary<string, SyntaxTree?>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            trees[tree.FilePath] = trees.ContainsKey(tree.FilePath) ? null : tree;
        }

        foreach (var diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic(trees));
        }
    }
}
