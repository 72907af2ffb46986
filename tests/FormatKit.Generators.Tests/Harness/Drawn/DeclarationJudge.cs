using System.Collections.Immutable;
using System.Runtime.Loader;
using FormatKit.Testing;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Tests.Harness.Drawn;

/// <summary>What is wrong with what became of a declaration.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Claim">Which claim it breaks.</param>
/// <param name="Words">What was found.</param>
internal sealed record BrokenDeclaration(DrawnDeclaration Declaration, string Claim, string Words);

/// <summary>Holds what the generator makes of declarations against what it promises.</summary>
internal static class DeclarationJudge
{
    // Only the generator can give a property its other half.
    private const string NoOtherHalf = "CS9248";

    private static int _assemblies;

    /// <summary>How many declarations were accepted, of those that were judged.</summary>
    public static int Accepted { get; private set; }

    public static IReadOnlyList<BrokenDeclaration> Judge(IReadOnlyList<DrawnDeclaration> declarations, ulong seed)
    {
        var broken = new List<BrokenDeclaration>();
        var compilation = GeneratorHarness.Compile([.. declarations.Select(declaration => declaration.ToString())])
            .WithAssemblyName($"Drawn{Interlocked.Increment(ref _assemblies)}")
            .AddReferences(SharedDeclarations.Reference);
        var run = GeneratorHarness.Run(compilation);
        if (run.Result.Results.FirstOrDefault(result => result.Exception is not null).Exception is { } thrown)
        {
            return declarations.Count == 1
                ? [new(declarations[0], "nothing is thrown", thrown.ToString())]
                : [.. declarations.SelectMany(declaration => Judge([declaration], seed))];
        }

        var alone = ByDeclaration(compilation.GetDiagnostics(), declarations.Count, null);
        var output = ByDeclaration(run.Output.GetDiagnostics(), declarations.Count, declarations);
        var ours = ByDeclaration(run.Diagnostics, declarations.Count, null);
        var accepted = new List<int>();
        for (var index = 0; index < declarations.Count; index++)
        {
            var isMeaningless = alone[index].Any(found => found.Id != NoOtherHalf);
            var consequences = output[index].Where(found => found.Id != NoOtherHalf || ours[index].Count == 0);
            if (ours[index].Count > 0 && !isMeaningless)
            {
                // CS9248 stays where the type itself is refused.
                AddFirst("what is refused compiles", index, consequences);
            }
            else if (!isMeaningless)
            {
                AddFirst("what is accepted compiles", index, output[index]);
                var stub = run.Result.GeneratedTrees.FirstOrDefault(tree =>
                    IndexOf(tree, declarations) == index
                    && tree.ToString().Contains("throw null!", StringComparison.Ordinal));
                if (stub is not null)
                {
                    broken.Add(new BrokenDeclaration(
                        declarations[index], "nobody says why there is a stub", stub.ToString()));
                }
                else if (output[index].Count == 0)
                {
                    accepted.Add(index);
                }
            }
        }

        Accepted += accepted.Count;
        broken.AddRange(JudgeLaws(declarations, accepted, run.Output, seed));
        return broken;

        void AddFirst(string claim, int index, IEnumerable<Diagnostic> found)
        {
            var all = found.ToList();
            if (all.Count > 0)
            {
                var words = string.Join('\n', all.Take(5)) + "\n" + string.Join('\n', ours[index]);
                broken.Add(new BrokenDeclaration(declarations[index], $"{claim}: {all[0].Id}", words));
            }
        }
    }

    private static IEnumerable<BrokenDeclaration> JudgeLaws(
        IReadOnlyList<DrawnDeclaration> declarations, IReadOnlyList<int> accepted, Compilation output, ulong seed)
    {
        var others = output.SyntaxTrees.Where(tree =>
            IndexOf(tree, declarations) is { } index && !accepted.Contains(index));
        using var bytes = new MemoryStream();
        var result = output.RemoveSyntaxTrees(others).Emit(
            bytes, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        bytes.Position = 0;
        SharedDeclarations.Load();
        var types = AssemblyLoadContext.Default.LoadFromStream(bytes).GetTypes();
        foreach (var index in accepted)
        {
            foreach (var type in types.Where(type => type.Namespace == declarations[index].Namespace
                && !type.ContainsGenericParameters && !type.IsInterface && type.IsAssignableTo(typeof(IBinaryFormat))))
            {
                foreach (var law in Laws.Of(type))
                {
                    if (Fault(law, seed) is { } fault)
                    {
                        yield return new BrokenDeclaration(declarations[index], $"laws: {law.Name}", fault);
                        break;
                    }
                }
            }
        }
    }

    private static string? Fault(FormatLaw law, ulong seed)
    {
        try
        {
            law.Try(seed);
            return null;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return broken.ToString();
        }
    }

    private static List<Diagnostic>[] ByDeclaration(
        IEnumerable<Diagnostic> diagnostics, int count, IReadOnlyList<DrawnDeclaration>? declarations)
    {
        var found = Enumerable.Range(0, count).Select(_ => new List<Diagnostic>()).ToArray();
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning))
        {
            if (IndexOf(diagnostic.Location.SourceTree, declarations) is { } index && index < count)
            {
                found[index].Add(diagnostic);
            }
        }

        return found;
    }

    /// <summary>Which declaration a file holds, or was generated for.</summary>
    private static int? IndexOf(SyntaxTree? tree, IReadOnlyList<DrawnDeclaration>? declarations)
    {
        var name = Path.GetFileName(tree?.FilePath) ?? string.Empty;
        if (name.StartsWith("File", StringComparison.Ordinal) && int.TryParse(name[4..^3], out var index))
        {
            return index < (declarations?.Count ?? int.MaxValue) ? index : null;
        }

        return declarations?.Select((declaration, at) => (declaration, at))
            .Where(pair => name.StartsWith(pair.declaration.Namespace + ".", StringComparison.Ordinal))
            .Select(pair => (int?)pair.at).FirstOrDefault();
    }
}
