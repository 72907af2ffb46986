using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>Code is wrong most of the time it is being typed; the generator must never fall over it.</summary>
public sealed class HalfTypedCodeTests
{
    private const string Declaration = """
        namespace Formats;

        public enum Kind : uint { One = 1, Two }

        [BinaryLayout(2, ByteOrder.LittleEndian)]
        public partial struct Item { [Offset(0), Constant(2)] public partial ushort Value { readonly get; set; } }

        public partial class Disk
        {
            /// <summary>A header.</summary>
            [BinaryLayout(120, ByteOrder.BigEndian, Spec = "Clause"), Replica("elsewhere")]
            public partial struct Header
            {
                /// <summary>The <see cref="Kind"/>.</summary>
                [Offset(0), Magic("conectix")] public partial ulong Cookie { readonly get; set; }
                [Offset(8), NullValue(ulong.MaxValue), Position(Unit.Bytes), PerCopy(Mirrors = nameof(Cookie))]
                public partial ulong Next { readonly get; set; }
                [Offset(16), Timestamp("2000-01-01")] public partial DateTimeOffset At { readonly get; set; }
                [Offset(20)] public partial FourCC Creator { readonly get; set; }
                [Offset(24), EnumPolicy(UnknownValues.Reject)] public partial Kind Kind { readonly get; set; }
                [Offset(28), Checksum<OnesComplementByteSum32>(Length = nameof(Length), When = "Kind", Is = 1)]
                [Checksum<Crc32>(Over = ["Cookie..Kind", "72..76"], External = "map", When = nameof(Kind), Is = 2)]
                public partial uint Sum { readonly get; set; }
                [Offset(32), UniqueId(GuidOrder.Mixed)] public partial Guid Id { readonly get; set; }
                [Offset(48), FixedCount(3)] public readonly partial ReadOnlySpan<Item> Items { get; }
                [Offset(54)] public partial Item Item { readonly get; set; }
                [Offset(56), Text(16, TextEncoding.Utf16BigEndian)] public partial string Name { readonly get; set; }
                [Offset(72), Endian(ByteOrder.LittleEndian), Measure(Unit.Sectors)]
                public partial uint Length { readonly get; set; }
                [Offset(76), Bytes(4), Magic("\n \r\n")] public readonly partial ReadOnlySpan<byte> Lines { get; }
                [Offset(80), Reserved(8)] public readonly partial ReadOnlySpan<byte> Reserved { get; }
                [Bits(nameof(Length), 0, 3, Order = BitOrder.MostSignificantFirst)]
                public partial byte Top { readonly get; set; }
                [Bits(nameof(Length), 0)] public partial bool Bottom { readonly get; set; }
                [Offset(88), Align(8), FixedCount(4)] public readonly partial ReadOnlyEndianSpan<Kind> Kinds { get; }
                [Offset(104), Width(3)] public partial int Narrow { readonly get; set; }
                [Offset(107)] public partial bool Truth { readonly get; set; }
                [Offset(108), Timestamp("1970-01-01", TimeUnit.Milliseconds, Width = 6)]
                public partial DateTimeOffset Later { readonly get; set; }
                [Offset(114), Text(4, TextEncoding.Utf8, Padding = TextPadding.Space)]
                public partial string Label { readonly get; set; }
                [Offset(118), Reserved(2, ReservedPolicy.MustBeZero)]
                public readonly partial ReadOnlySpan<byte> Zero { get; }
            }
        }
        """;

    private static readonly SyntaxToken[] Tokens =
        [.. CSharpSyntaxTree.ParseText(
                Declaration, SourceOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens()];

    [Fact]
    public void The_whole_declaration_is_right() => RunClean("#pragma warning disable CS1591\n" + Declaration);

    [Fact]
    public void No_missing_token_makes_the_generator_fail()
    {
        foreach (var token in Tokens)
        {
            DoesNotFail(Declaration.Remove(token.SpanStart, token.Span.Length));
        }
    }

    [Fact]
    public void No_early_end_makes_the_generator_fail()
    {
        foreach (var token in Tokens)
        {
            DoesNotFail(Declaration[..token.Span.End]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_mix_of_missing_and_doubled_tokens_makes_the_generator_fail(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var source = Declaration;
            foreach (var token in random.GetItems(Tokens, 6).OrderByDescending(token => token.SpanStart))
            {
                source = random.Next(3) switch
                {
                    0 => source.Insert(token.SpanStart, random.GetItems(Tokens, 1)[0].Text + " "),
                    1 => source.Remove(token.SpanStart, token.Span.Length)
                        .Insert(token.SpanStart, random.GetItems(Tokens, 1)[0].Text),
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
        var exception = run.Result.Results.Select(result => result.Exception).FirstOrDefault(thrown => thrown is not null);
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
