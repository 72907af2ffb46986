using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Model;
using FormatKit.Generators.Parsing;
using FormatKit.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>
/// What is cached between two keystrokes: equal to what is parsed anew, and nothing of a compilation.
/// </summary>
public sealed class ModelTests
{
    private const string Wrong = """
        [BinaryLayout(5, ByteOrder.BigEndian)]
        public partial struct WrongLayout { public partial uint Value { readonly get; set; } }

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class WrongRecord { public byte[] Data { get; set; } = []; }
        """;

    private static readonly Type[] Cached = [typeof(ParsedLayout), typeof(ParsedRecord), typeof(LockedDeclaration),
        typeof(LockSet)];

    public static TheoryData<string> Steps =>
    [
        LayoutGenerator.LayoutStep, LayoutGenerator.StubStep, LayoutGenerator.DiagnosticStep, LayoutGenerator.LockStep,
        RecordGenerator.RecordStep, RecordGenerator.VariantsStep, RecordGenerator.StubStep,
        RecordGenerator.DiagnosticStep,
    ];

    [Theory, MemberData(nameof(Steps))]
    public void The_same_source_compiled_twice_has_equal_models(string step)
    {
        var (first, second) = (Values(step), Values(step));

        Assert.NotEmpty(first);
        Assert.Equal(first.Count, second.Count);
        Assert.All(first.Zip(second), pair =>
        {
            Assert.NotSame(pair.First, pair.Second);
            Assert.True(pair.First.Equals(pair.Second), $"{pair.First}");
            Assert.Equal(pair.First.GetHashCode(), pair.Second.GetHashCode());
        });
    }

    [Fact]
    public void Nothing_of_a_compilation_is_held_and_every_collection_is_equal_by_content() =>
        Assert.Empty(ModelWalk.From(Cached).Faults);

    [Fact]
    public void Every_model_is_reached()
    {
        var models = typeof(LayoutModel).Assembly.GetTypes().Where(type =>
            type.Namespace == typeof(LayoutModel).Namespace
                && type is { IsNested: false, ContainsGenericParameters: false });

        Assert.Empty(models.Except(ModelWalk.From(Cached).Seen).Select(type => type.Name));
    }

    [Fact]
    public void The_walk_finds_what_must_not_be_cached() => Assert.Equal(
        [
            "Careless.Symbol is anything that is an ISymbol",
            "Careless.Place belongs to a compilation: Location",
            "Careless.Names is a collection without equality: String[]",
            "Careless.Inner[]:Derived.Node belongs to a compilation: SyntaxNode",
            "Careless.Anything is anything",
            "Careless.Plain is no record: Plain",
        ],
        ModelWalk.From(typeof(Careless)).Faults);

    /// <summary>The values of a step over everything that can be declared, compiled from its text.</summary>
    private static List<object> Values(string step)
    {
        var driver = CreateDriver(("EveryRule.layout.txt", "layout EveryRule, 1 byte\n"))
            .RunGenerators(Compile([.. Sources(), Wrong]), TestContext.Current.CancellationToken);
        return
        [
            .. driver.GetRunResult().Results
                .SelectMany(result => result.TrackedSteps.GetValueOrDefault(step, []))
                .SelectMany(run => run.Outputs, (_, output) => output.Value),
        ];
    }

    private static IEnumerable<string> Sources()
    {
        var assembly = typeof(ModelTests).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Kinds/")))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private sealed record Careless(
        ISymbol Symbol, Location Place, string[] Names, EquatableArray<Inner> Inner, object Anything, Plain Plain);

    private abstract record Inner;

    private sealed record Derived(SyntaxNode? Node, int? Number) : Inner;

    private sealed class Plain;
}
