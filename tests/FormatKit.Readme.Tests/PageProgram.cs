using System.Reflection;
using FormatKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Readme.Tests;

/// <summary>
/// A program that a page spreads over blocks of C#, each of which may use what the ones before it declare. Behind
/// blocks that print something stands what they print.
/// </summary>
internal sealed class PageProgram
{
    /// <summary>What the .NET SDK puts in front of every file of a console program.</summary>
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; "
        + "global using System.Linq;";

    /// <summary>Ends what is printed before a block that shows it.</summary>
    private const char EndOfBlock = '\f';

    private readonly List<UsingDirectiveSyntax> _usings = [];
    private readonly List<MemberDeclarationSyntax> _statements = [];
    private readonly List<MemberDeclarationSyntax> _types = [];
    private readonly List<string> _outputs = [];

    /// <summary>Puts a program together; C# wants usings first and types last, a page has them where they are told.
    /// </summary>
    /// <param name="blocks">The blocks of a page; those that are neither C# nor text are passed over.</param>
    public PageProgram(IEnumerable<MarkdownFile.Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Language == "csharp")
            {
                AddCode(block.Text);
            }
            else if (block.Language == "text")
            {
                AddCode($"Console.Write({SymbolDisplay.FormatLiteral(EndOfBlock, quote: true)});");
                _outputs.Add(block.Text);
            }
        }
    }

    /// <summary>What the page says that it prints, block by block.</summary>
    public IReadOnlyList<string> Outputs => _outputs;

    private static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    /// <summary>Compiles it without a complaint and runs it.</summary>
    /// <returns>What it prints, block by block.</returns>
    public IReadOnlyList<string> Run()
    {
        using var assembly = new MemoryStream();
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = Compile();
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(IsComplaint));
        Assert.True(compilation.Emit(assembly, cancellationToken: cancellation).Success);

        var printed = Printed(Assembly.Load(assembly.ToArray()).EntryPoint!).Split(EndOfBlock);
        Assert.Empty(printed[^1]);
        return printed[..^1];
    }

    private void AddCode(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, ParseOptions).GetCompilationUnitRoot();
        _usings.AddRange(root.Usings);
        _statements.AddRange(root.Members.Where(member => member.IsKind(SyntaxKind.GlobalStatement)));
        _types.AddRange(root.Members.Where(member => !member.IsKind(SyntaxKind.GlobalStatement)));
    }

    private Compilation Compile()
    {
        var code = SyntaxFactory.CompilationUnit()
            .WithUsings(SyntaxFactory.List(_usings))
            .WithMembers(SyntaxFactory.List(_statements.Concat(_types)))
            .ToFullString();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Page",
            [CSharpSyntaxTree.ParseText(code, ParseOptions), CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions)],
            references,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(
                [new LayoutGenerator().AsSourceGenerator(), new RecordGenerator().AsSourceGenerator()],
                parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(
                compilation, out var generated, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Where(IsComplaint));
        return generated;
    }

    /// <summary>Pages explain in words what their members are, and leave documentation out.</summary>
    private static bool IsComplaint(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591";

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
