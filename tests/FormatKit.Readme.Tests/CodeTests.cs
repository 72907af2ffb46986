using System.Reflection;
using FormatKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Readme.Tests;

/// <summary>The README's C# compiles without a complaint and prints what the README says it prints.</summary>
public sealed class CodeTests
{
    /// <summary>What the .NET SDK puts in front of every file of a console program.</summary>
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; "
        + "global using System.Linq;";

    [Fact]
    public void The_declared_format_does_what_the_readme_says()
    {
        var (code, output) = Readme.Program("using FormatKit;");

        Assert.Equal(output, Run(TopLevelFirst(code)));
    }

    [Fact]
    public void The_declaration_has_no_more_than_15_lines()
    {
        var declaration = Readme.Blocks.First(block =>
            block.Text.StartsWith("using FormatKit;", StringComparison.Ordinal));

        Assert.InRange(declaration.Text.TrimEnd().Split('\n').Length, 1, 15);
    }

    [Fact]
    public void The_library_example_prints_what_the_readme_says()
    {
        var (code, output) = Readme.Program("using FormatKit.Disks.Images;");
        var sample = Path.Combine(Readme.Root, "tests", "samples", "hello.vhd");

        Assert.Equal(output, Run(code.Replace("tests/samples/hello.vhd", sample, StringComparison.Ordinal)));
    }

    /// <summary>The README declares first and uses then; a C# program has its statements before its types.</summary>
    private static string TopLevelFirst(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();
        var statements = root.Members.Where(member => member.IsKind(SyntaxKind.GlobalStatement));
        var types = root.Members.Where(member => !member.IsKind(SyntaxKind.GlobalStatement));
        return root.WithMembers(SyntaxFactory.List(statements.Concat(types))).ToFullString();
    }

    private static string Run(string code)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText(code, options), CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            references,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new LayoutGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(
                compilation, out var generated, out _, TestContext.Current.CancellationToken);
        var complaints = generated.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591");
        Assert.Empty(complaints);

        using var assembly = new MemoryStream();
        Assert.True(generated.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
        return Printed(Assembly.Load(assembly.ToArray()).EntryPoint!);
    }

    private static string Printed(MethodInfo program)
    {
        var console = Console.Out;
        using var printed = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(printed);
            program.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString();
    }
}
