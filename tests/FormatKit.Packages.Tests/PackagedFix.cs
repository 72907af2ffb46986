using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FormatKit.Packages.Tests;

/// <summary>Runs generator and code fixes out of a package, as an editor does.</summary>
internal static class PackagedFix
{
    private const string Usings = "global using System;";

    /// <summary>
    /// Has the generator find the diagnostic in code, and applies the first fix that is offered for it.
    /// </summary>
    /// <param name="package">The folder of the unpacked package.</param>
    /// <param name="code">The code.</param>
    /// <param name="id">The diagnostic.</param>
    public static async Task<string> Apply(string package, string code, string id)
    {
        var token = TestContext.Current.CancellationToken;
        var parts = Path.Combine(package, "analyzers", "dotnet", "cs");
        using var workspace = new AdhocWorkspace();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(Path.Combine(package, "lib", "net10.0", "FormatKit.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var project = workspace.AddProject("Strange", LanguageNames.CSharp)
            .WithMetadataReferences(references)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp13))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddDocument("Usings.cs", Usings).Project;
        var document = project.AddDocument("Code.cs", code, filePath: "Code.cs");

        var generators = new AnalyzerFileReference(Path.Combine(parts, "FormatKit.Generators.dll"), Loader.Instance)
            .GetGenerators(LanguageNames.CSharp);
        var run = CSharpGeneratorDriver.Create(generators, parseOptions: (CSharpParseOptions)project.ParseOptions!)
            .RunGenerators((await document.Project.GetCompilationAsync(token))!, token)
            .GetRunResult();
        var diagnostic = run.Diagnostics.First(found => found.Id == id);

        var actions = new List<CodeAction>();
        var fix = Loader.Instance.LoadFromPath(Path.Combine(parts, "FormatKit.CodeFixes.dll")).GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .First(provider => provider.FixableDiagnosticIds.Contains(id));
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), token));
        var changes = (await actions[0].GetOperationsAsync(token)).OfType<ApplyChangesOperation>().Single();
        return (await changes.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(token)).ToString();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
