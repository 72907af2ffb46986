using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class IncrementalTests
{
    private const string First = """
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct First { public partial uint Value { readonly get; set; } }
        """;

    private const string Second = """
        public enum Kind : byte { One = 1 }

        /// <summary>The second.</summary>
        [BinaryLayout(30, ByteOrder.BigEndian, Spec = "Clause")]
        public partial struct Second
        {
            /// <summary>A number.</summary>
            [Offset(0), Magic("abcd")] public partial uint Value { readonly get; set; }
            [EnumPolicy(UnknownValues.Reject)] public partial Kind Kind { readonly get; set; }
            [Text(4, TextEncoding.Ascii)] public partial string Text { readonly get; set; }
            [Reserved(1)] public readonly partial ReadOnlySpan<byte> Reserved { get; }
            [FixedCount(4)] public readonly partial ReadOnlySpan<First> Items { get; }
            [Checksum<OnesComplementByteSum32>] public partial uint Sum { readonly get; set; }
        }
        """;

    private const string Wrong = """
        [BinaryLayout(5, ByteOrder.BigEndian)]
        public partial struct Wrong { public partial uint Value { readonly get; set; } }
        """;

    [Fact]
    public void A_comment_in_another_file_changes_nothing() =>
        Assert.All(Edit(compilation => Replace(compilation, 3, "// another comment")), IsCached);

    [Fact]
    public void Another_class_changes_nothing() =>
        Assert.All(Edit(compilation => Replace(compilation, 3, "internal class Another;")), IsCached);

    [Fact]
    public void A_line_above_a_layout_changes_nothing() =>
        Assert.All(Edit(compilation => Replace(compilation, 1, "// pushed down\n\n" + Second)), IsCached);

    [Fact]
    public void A_line_above_a_wrong_layout_moves_its_diagnostic_only()
    {
        var reasons = Edit(compilation => Replace(compilation, 2, "// pushed down\n" + Wrong));

        var modified = Assert.Single(reasons, reason => reason.Reason == IncrementalStepRunReason.Modified);
        Assert.Equal(LayoutGenerator.DiagnosticStep, modified.Step);
    }

    [Fact]
    public void An_edit_in_one_layout_emits_that_one_again()
    {
        var reasons = Edit(compilation => Replace(
            compilation, 1, Second.Replace("\"abcd\"", "\"abce\"", StringComparison.Ordinal)));

        var modified = Assert.Single(reasons, reason => reason.Reason == IncrementalStepRunReason.Modified);
        Assert.Equal(LayoutGenerator.LayoutStep, modified.Step);
    }

    [Fact]
    public void An_edit_in_a_nested_layout_reaches_the_one_around_it()
    {
        var driver = CreateDriver().RunGenerators(Compile(First, Second), TestContext.Current.CancellationToken);
        Assert.Empty(driver.GetRunResult().Diagnostics);

        driver = driver.RunGenerators(
            Compile(First.Replace("(4", "(5", StringComparison.Ordinal), Second),
            TestContext.Current.CancellationToken);

        Assert.Equal(["FK0006", "FK0006"], driver.GetRunResult().Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    private static void IsCached((string Step, IncrementalStepRunReason Reason) run) => Assert.True(
        run.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, run.ToString());

    /// <summary>Runs before and after an edit: the tracked steps and why each ran.</summary>
    private static List<(string Step, IncrementalStepRunReason Reason)> Edit(
        Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var compilation = Compile(First, Second, Wrong, "// a comment");
        var driver = CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(edit(compilation), TestContext.Current.CancellationToken);
        var steps = driver.GetRunResult().Results[0].TrackedSteps;
        string[] ours = [LayoutGenerator.LayoutStep, LayoutGenerator.StubStep, LayoutGenerator.DiagnosticStep];
        var reasons = ours
            .SelectMany(step => steps[step], (step, run) => (step, run))
            .SelectMany(pair => pair.run.Outputs, (pair, output) => (pair.step, output.Reason))
            .ToList();
        Assert.Equal(4, reasons.Count);
        return reasons;
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"File{file}.cs");
        return compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, SourceOptions, old.FilePath));
    }
}
