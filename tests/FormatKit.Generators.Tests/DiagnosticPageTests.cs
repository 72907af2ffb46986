using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What the pages in generators/docs/diagnostics say is what the compiler says.</summary>
public sealed partial class DiagnosticPageTests
{
    // The pages' code is about one thing each; it leaves the documentation out.
    private const string Undocumented = "#pragma warning disable CS1591\n";

    private static readonly Dictionary<string, DiagnosticDescriptor> Table = typeof(DiagnosticTable)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
        .ToDictionary(descriptor => descriptor.Id);

    public static TheoryData<string> Ids { get; } = [.. Table.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_id_has_a_page_and_every_page_an_id() => Assert.Equal(
        Table.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder(), "FK*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_title_is_the_tables(string id) =>
        Assert.Equal($"# {id}: {Table[id].Title}", Page(id).Split('\n')[0]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_code_gives_that_diagnostic_there(string id) =>
        Diagnose(id, Undocumented + Code(id, "bad"), Locks(id, "bad"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_good_code_compiles_without_a_complaint_or_suggestion(string id)
    {
        var run = Run([Undocumented + Code(id, "good")], Locks(id, "good"));

        Assert.Empty(run.Complaints);
        Assert.Empty(run.Suggestions);
    }

    private static string Code(string id, string kind) =>
        Assert.Single(Block().Matches(Page(id)), block => block.Groups[1].Value == $"csharp {kind}").Groups[2].Value;

    /// <summary>The layout locks beside the code: their names stand behind the kind.</summary>
    private static (string Path, string Text)[] Locks(string id, string kind) =>
        [.. Block().Matches(Page(id))
            .Select(block => (Words: block.Groups[1].Value.Split(' '), Text: block.Groups[2].Value))
            .Where(block => block.Words is ["text", var first, _] && first == kind)
            .Select(block => (block.Words[2], block.Text))];

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder(), id + ".md"));

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../generators/docs/diagnostics");

    [GeneratedRegex(@"^```(\S.*?)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
