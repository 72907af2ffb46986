using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>As <see cref="IncrementalTests"/>, for records.</summary>
public sealed class RecordIncrementalTests
{
    private const string First = """
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class First
        {
            public uint Length { get; private set; }
            [Length(nameof(Length))] public byte[] Data { get; set; } = [];
            [Checksum<OnesComplementByteSum32>(Over = ["Data"])] public uint Sum { get; private set; }
        }
        """;

    private const string Second = """
        [BinaryVariants<byte>]
        [Variant(1, typeof(Known))]
        public abstract partial class Body;

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Known : Body { [Prefixed(2)] public First[] Items { get; set; } = []; }
        """;

    private const string Wrong = """
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Wrong { public byte[] Data { get; set; } = []; }
        """;

    [Theory]
    [InlineData(3, "// another comment")]
    [InlineData(3, "internal class Another;")]
    [InlineData(0, "// pushed down\n\n" + First)]
    [InlineData(1, "// pushed down\n\n" + Second)]
    public void An_edit_elsewhere_changes_nothing(int file, string text) => Assert.All(
        Edit(file, text),
        run => Assert.True(
            run.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, run.ToString()));

    [Fact]
    public void A_line_above_a_wrong_record_moves_its_diagnostic_only() => Assert.Equal(
        RecordGenerator.DiagnosticStep, Modified(2, "// pushed down\n" + Wrong));

    [Fact]
    public void An_edit_in_one_record_emits_that_one_again() => Assert.Equal(
        RecordGenerator.RecordStep,
        Modified(0, First.Replace("uint Length", "ushort Length", StringComparison.Ordinal)));

    [Fact]
    public void An_edit_in_a_set_of_variants_emits_that_one_again() => Assert.Equal(
        RecordGenerator.VariantsStep, Modified(1, Second.Replace("(1, ", "(2, ", StringComparison.Ordinal)));

    private static string Modified(int file, string text) =>
        Assert.Single(Edit(file, text), run => run.Reason == IncrementalStepRunReason.Modified).Step;

    /// <summary>Runs before and after an edit: the tracked steps and why each ran.</summary>
    private static List<(string Step, IncrementalStepRunReason Reason)> Edit(int file, string text)
    {
        var compilation = Compile(First, Second, Wrong, "// a comment");
        var driver = CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"File{file}.cs");
        var edited = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, SourceOptions, old.FilePath));
        driver = driver.RunGenerators(edited, TestContext.Current.CancellationToken);
        var steps = driver.GetRunResult().Results[1].TrackedSteps;
        string[] ours =
        [
            RecordGenerator.RecordStep, RecordGenerator.VariantsStep, RecordGenerator.StubStep,
            RecordGenerator.DiagnosticStep,
        ];
        var reasons = ours
            .SelectMany(step => steps[step], (step, run) => (step, run))
            .SelectMany(pair => pair.run.Outputs, (pair, output) => (pair.step, output.Reason))
            .ToList();

        // Two records, a set of variants, a stub and its diagnostic.
        Assert.Equal(5, reasons.Count);
        return reasons;
    }
}
