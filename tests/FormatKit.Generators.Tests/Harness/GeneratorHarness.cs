using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Tests.Harness;

/// <summary>Runs the generator over source text as a strict project would: documented, nullable, C# 13.</summary>
internal static class GeneratorHarness
{
    private const string Usings = "global using System; global using FormatKit;";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "FormatKit.dll"
                || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpParseOptions SourceOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    // One for all: what is derived from it shares the symbols of the references, which are most of the work.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Declared",
        [CSharpSyntaxTree.ParseText(Usings, SourceOptions, "Usings.cs")],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            checkOverflow: true,
            generalDiagnosticOption: ReportDiagnostic.Error));

    public static CSharpCompilation Compile(params string[] sources) => Empty.AddSyntaxTrees(
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, SourceOptions, $"File{index}.cs")));

    public static GeneratorDriver CreateDriver(params (string Path, string Text)[] files) =>
        CSharpGeneratorDriver.Create(
        [new LayoutGenerator().AsSourceGenerator(), new RecordGenerator().AsSourceGenerator()],
        additionalTexts: files.Select(file => new TextFile(file.Path, file.Text)),
        parseOptions: SourceOptions,
        driverOptions: new GeneratorDriverOptions(
            IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorRun Run(params string[] sources) => Run(sources, []);

    /// <summary>As <see cref="Run(string[])"/>, with other files beside the source.</summary>
    public static GeneratorRun Run(string[] sources, (string Path, string Text)[] files) =>
        Run(Compile(sources), files);

    /// <summary>As <see cref="Run(string[])"/>, for what is a little different from other compilations.</summary>
    public static GeneratorRun Run(CSharpCompilation compilation, params (string Path, string Text)[] files)
    {
        var driver = CreateDriver(files).RunGeneratorsAndUpdateCompilation(
            compilation, out var output, out _, TestContext.Current.CancellationToken);
        return new GeneratorRun(driver.GetRunResult(), output);
    }

    /// <summary>Runs and demands a compilation without a single complaint.</summary>
    public static GeneratorRun RunClean(params string[] sources)
    {
        var run = Run(sources);
        Assert.Empty(run.Complaints);
        return run;
    }

    /// <summary>
    /// Demands exactly one diagnostic, or exactly one suggestion and nothing worse, of an id, on the text between
    /// <c>⟦</c> and <c>⟧</c>, which stand in the source or in a file beside it.
    /// </summary>
    /// <returns>Its message.</returns>
    public static string Diagnose(string id, string marked, params (string Path, string Text)[] files)
    {
        (string Path, string Text)[] all = [("File0.cs", marked), .. files];
        var (path, text) = Assert.Single(all, file => file.Text.Contains('⟦', StringComparison.Ordinal));
        var start = text.IndexOf('⟦', StringComparison.Ordinal);
        var end = text.IndexOf('⟧', StringComparison.Ordinal) - 1;
        Assert.True(start >= 0 && end >= start, "Mark the place with ⟦ and ⟧.");
        var run = Run([Unmarked(marked)], [.. files.Select(file => (file.Path, Unmarked(file.Text)))]);

        var diagnostic = Assert.Single(run.Diagnostics.IsEmpty ? run.Suggestions : run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(path, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal((start, end), (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.End));
        return diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>As <see cref="Diagnose"/>, for a field in an otherwise correct layout of so many bytes.</summary>
    public static string DiagnoseField(string id, string markedField, int size = 4) =>
        Diagnose(id, $$"""
            [BinaryLayout({{size}}, ByteOrder.BigEndian)]
            public partial struct Header
            {
                {{markedField}}
            }
            """);

    /// <summary>As <see cref="Diagnose"/>, with what stands in a record.</summary>
    public static string DiagnoseRecord(string id, string markedFields) =>
        Diagnose(id, $$"""
            [BinaryRecord(ByteOrder.BigEndian)]
            public sealed partial class Chunk
            {
                {{markedFields}}
            }
            """);

    private static string Unmarked(string text) => text
        .Replace("⟦", null, StringComparison.Ordinal)
        .Replace("⟧", null, StringComparison.Ordinal);
}
