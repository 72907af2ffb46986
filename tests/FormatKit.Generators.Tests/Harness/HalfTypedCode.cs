using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests.Harness;

/// <summary>A declaration as it is while it is being typed.</summary>
internal sealed class HalfTypedCode(string declaration)
{
    private readonly SyntaxToken[] _tokens =
        [.. CSharpSyntaxTree.ParseText(
                declaration, SourceOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens()];

    /// <summary>Each token left out in turn.</summary>
    public void MissesTokens()
    {
        foreach (var token in _tokens)
        {
            DoesNotFail(declaration.Remove(token.SpanStart, token.Span.Length));
        }
    }

    /// <summary>Nothing after each token in turn.</summary>
    public void EndsEarly()
    {
        foreach (var token in _tokens)
        {
            DoesNotFail(declaration[..token.Span.End]);
        }
    }

    /// <summary>Some tokens left out, doubled or exchanged.</summary>
    public void IsMixedUp(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var source = declaration;
            foreach (var token in random.GetItems(_tokens, 6).OrderByDescending(token => token.SpanStart))
            {
                source = random.Next(3) switch
                {
                    0 => source.Insert(token.SpanStart, random.GetItems(_tokens, 1)[0].Text + " "),
                    1 => source.Remove(token.SpanStart, token.Span.Length)
                        .Insert(token.SpanStart, random.GetItems(_tokens, 1)[0].Text),
                    _ => source.Remove(
                        token.SpanStart, Math.Min(token.FullSpan.Length, source.Length - token.SpanStart)),
                };
            }

            DoesNotFail(source);
        }
    }

    /// <summary>Nothing is thrown; and where nobody says a word, everything is generated and compiles.</summary>
    private static void DoesNotFail(string source)
    {
        var run = Run(source);
        var exception = run.Result.Results.Select(result => result.Exception)
            .FirstOrDefault(thrown => thrown is not null);
        Assert.True(exception is null, $"{exception}\n{source}");
        var generated = run.Result.GeneratedTrees;
        if (run.Diagnostics.Length > 0 || run.Output.RemoveSyntaxTrees(generated).GetParseDiagnostics().Length > 0)
        {
            return;
        }

        var errors = run.Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToList();
        var hasStub = generated.Any(tree => tree.ToString().Contains("throw null!", StringComparison.Ordinal));
        Assert.True(!hasStub || errors.Count > 0, $"A stub, and nobody says why:\n{source}");
        Assert.True(
            errors.Count == 0 || errors.Any(error => !generated.Contains(error.Location.SourceTree!)),
            $"Only generated code is wrong: {string.Join('\n', errors)}\n{source}");
    }
}
