using System.Collections.Immutable;
using FormatKit.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.Generators.Tests.Harness;

/// <summary>Applies code fixes as an editor does.</summary>
internal static class FixHarness
{
    private const string Undocumented = "#pragma warning disable CS1591\n";

    /// <summary>
    /// Demands that code has a diagnostic that the fix is for, that it offers an action of the title, and that this
    /// makes exactly the expected code of it, which compiles without a complaint and
    /// leaves nothing to suggest.
    /// </summary>
    public static void Fix<TFix>(string title, string before, string after)
        where TFix : LayoutFix, new()
    {
        var action = Assert.Single(Offer<TFix>(before), offered => offered.Title == title);

        Assert.Equal(after, Apply(action));
        Assert.Empty(GeneratorHarness.RunClean(Undocumented + after).Suggestions);
    }

    /// <summary>As <see cref="Fix"/>, for a field in a layout of so many bytes.</summary>
    public static void FixField<TFix>(string title, string before, string after, int size = 4)
        where TFix : LayoutFix, new() =>
        Fix<TFix>(title, Layout(before, size), Layout(after, size));

    /// <summary>The titles of all that is offered for the one diagnostic.</summary>
    public static IEnumerable<string> Titles<TFix>(string before)
        where TFix : LayoutFix, new() =>
        Offer<TFix>(before).Select(action => action.Title);

    public static string Layout(string fields, int size = 4) => $$"""
        [BinaryLayout({{size}}, ByteOrder.BigEndian)]
        public partial struct Header
        {
            {{fields}}
        }
        """;

    private static List<CodeAction> Offer<TFix>(string before)
        where TFix : LayoutFix, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Declared", LanguageNames.CSharp)
            .WithParseOptions(GeneratorHarness.SourceOptions)
            .AddDocument("File0.cs", SourceText.From(before));
        var fix = new TFix();
        var diagnostic = Assert.Single(
            GeneratorHarness.Run(before).Result.Diagnostics, found => fix.FixableDiagnosticIds.Contains(found.Id));

        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        fix.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        return actions;
    }

    private static string Apply(CodeAction action)
    {
        var token = TestContext.Current.CancellationToken;
        var operations = action.GetOperationsAsync(token).GetAwaiter().GetResult();
        var solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return solution.Projects.Single().Documents.Single().GetTextAsync(token).GetAwaiter().GetResult().ToString();
    }
}
