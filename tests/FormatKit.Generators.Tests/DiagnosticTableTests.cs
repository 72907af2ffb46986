using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Tests;

public sealed partial class DiagnosticTableTests
{
    private static readonly DiagnosticDescriptor[] All =
        [.. typeof(DiagnosticTable).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    [Fact]
    public void Ids_are_four_digits_and_unique()
    {
        Assert.All(All, descriptor => Assert.Matches(@"^FK\d{4}$", descriptor.Id));
        Assert.Distinct(All.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void Every_message_names_its_subject_and_ends_without_a_full_stop() => Assert.All(All, descriptor =>
    {
        var message = descriptor.MessageFormat.ToString(null);
        Assert.Contains("'{", message, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\.$", message);
    });

    /// <summary>
    /// A refused declaration has no code, so switching an error off would leave a stub that does nothing.
    /// </summary>
    [Fact]
    public void Only_what_is_no_error_can_be_switched_off() => Assert.All(All, descriptor => Assert.NotEqual(
        descriptor.DefaultSeverity == DiagnosticSeverity.Error,
        !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Fact]
    public void The_release_files_list_every_id_with_its_severity_and_title()
    {
        var folder = Path.Combine(TestFolder(), "../../generators/FormatKit.Generators");
        var listed = Directory.GetFiles(folder, "AnalyzerReleases.*.md")
            .SelectMany(File.ReadLines)
            .Select(line => ReleaseLine().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));

        Assert.Equal(
            All.Select(descriptor =>
                (descriptor.Id, descriptor.DefaultSeverity.ToString(), descriptor.Title.ToString(null))),
            listed);
    }

    [Fact]
    public void Every_id_is_provoked_by_a_test_that_marks_places()
    {
        var tests = string.Concat(Directory.GetFiles(TestFolder(), "*Tests.cs").Select(File.ReadAllText)
            .Where(text => text.Contains('⟦', StringComparison.Ordinal)));

        Assert.All(All, descriptor => Assert.Contains($"\"{descriptor.Id}\"", tests, StringComparison.Ordinal));
    }

    private static string TestFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"^(FK\d{4}) \| FormatKit \| (Error|Warning|Info) \| (.+)$")]
    private static partial Regex ReleaseLine();
}
