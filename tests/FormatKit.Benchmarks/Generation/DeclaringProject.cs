using System.Collections.Immutable;
using System.Diagnostics;
using FormatKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.Benchmarks.Generation;

/// <summary>A project of declarations in memory, as the compiler and an editor hold it: with documentation, which is
/// the more costly way.</summary>
internal sealed class DeclaringProject
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "FormatKit.dll"
                || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private CSharpCompilation _declared;
    private GeneratorDriver _driver;

    internal DeclaringProject(IEnumerable<string> sources, params IIncrementalGenerator[] generators)
    {
        _driver = CSharpGeneratorDriver.Create(
            generators.Select(generator => generator.AsSourceGenerator()), parseOptions: Options);
        _declared = CSharpCompilation.Create(
            "Declared",
            sources.Prepend(Declarations.Shared).Select((source, index) => Parse(source, index - 1)),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Output = _declared;
    }

    /// <summary>The project with what was generated last.</summary>
    internal CSharpCompilation Output { get; private set; }

    /// <summary>What was generated last; what did not change is the same object as before.</summary>
    internal IEnumerable<SourceText> Generated => _driver.GetRunResult().Results
        .SelectMany(result => result.GeneratedSources)
        .Select(file => file.SourceText);

    /// <summary>Runs the generators on symbols that nobody has looked at yet.</summary>
    /// <returns>Their own time by the clock, and that of the processor for the whole run.</returns>
    internal Cost Generate()
    {
        var before = Environment.CpuUsage.TotalTime;
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_declared.Clone(), out var output, out var complaints);
        if (complaints.FirstOrDefault(found => found.Severity >= DiagnosticSeverity.Warning) is { } complaint)
        {
            throw new InvalidOperationException(complaint.ToString());
        }

        Output = (CSharpCompilation)output;
        return new Cost(
            _driver.GetTimingInfo().GeneratorTimes.Sum(time => time.ElapsedTime.TotalMilliseconds),
            (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    /// <summary>Puts another source in the place of one, as typing does.</summary>
    internal void Replace(int index, string source) =>
        _declared = _declared.ReplaceSyntaxTree(_declared.SyntaxTrees[index + 1], Parse(source, index));

    /// <summary>The same project, of properties that store their values: what the compiler does without us.</summary>
    internal CSharpCompilation WithoutGenerator() =>
        _declared.RemoveAllSyntaxTrees().AddSyntaxTrees(_declared.SyntaxTrees.Select((tree, index) => Parse(
            tree.ToString()
                .Replace("readonly partial ReadOnlySpan<byte> Reserved { get; }", "readonly byte Reserved => 0;",
                    StringComparison.Ordinal)
                .Replace(" partial ", " ", StringComparison.Ordinal),
            index - 1)));

    /// <summary>Compiles from the start, into nothing.</summary>
    internal static Cost Compile(CSharpCompilation compilation)
    {
        var fresh = compilation.Clone();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var result = fresh.Emit(Stream.Null);
        return result.Success
            ? new Cost(
                watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds)
            : throw new InvalidOperationException(
                result.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error).ToString());
    }

    private static SyntaxTree Parse(string source, int index) =>
        CSharpSyntaxTree.ParseText(source, Options, $"File{index}.cs");
}
