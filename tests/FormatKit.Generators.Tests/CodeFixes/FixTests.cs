using System.Runtime.CompilerServices;
using FormatKit.CodeFixes;
using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FormatKit.Generators.Tests.CodeFixes;

/// <summary>No fix comes without its tests, and none is for a diagnostic that there is not.</summary>
public sealed class FixTests
{
    private static readonly Type[] Fixes =
    [
        .. typeof(LayoutFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(LayoutFix))),
    ];

    public static TheoryData<string> Names { get; } = [.. Fixes.Select(fix => fix.Name).Order(StringComparer.Ordinal)];

    // What the language promises a fix for.
    [Theory]
    [InlineData("FK0001", "missing partial")]
    [InlineData("FK0010", "missing readonly on get")]
    [InlineData("FK0007", "wrong offset")]
    [InlineData("FK0006", "wrong size")]
    [InlineData("FK0110", "field not integral for a count")]
    [InlineData("FK0017", "text length odd for UTF-16")]
    [InlineData("FK0018", "magic longer than its field")]
    [InlineData("FK0084", "a checksum that nothing computes")]
    [InlineData("FK0085", "a field that no checksum covers")]
    [InlineData("FK0083", "unknown-enum policy")]
    [InlineData("FK0044", "two overlapping bit ranges")]
    [InlineData("FK0086", "reserved gap")]
    public void A_mistake_has_a_fix(string id, string mistake) =>
        Assert.True(Fixes.Select(Make).Any(fix => fix.FixableDiagnosticIds.Contains(id)), $"{id}: {mistake}");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fix_has_a_test_file_of_its_own(string name) => Assert.Contains(
        $"Fix<{name}>(",
        File.ReadAllText(Path.Combine(Folder(), name + "Tests.cs"))
            .Replace("FixField<", "Fix<", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public void Every_fix_is_exported_for_CSharp_and_for_a_diagnostic_that_there_is()
    {
        var ids = typeof(DiagnosticTable).GetFields().Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id);

        Assert.All(Fixes, fix =>
        {
            Assert.Subset(ids.ToHashSet(), Make(fix).FixableDiagnosticIds.ToHashSet());
            var export = Assert.Single(fix.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false));
            Assert.Equal([LanguageNames.CSharp], ((ExportCodeFixProviderAttribute)export).Languages);
        });
        Assert.Distinct(Fixes.SelectMany(fix => Make(fix).FixableDiagnosticIds));
    }

    private static LayoutFix Make(Type fix) => (LayoutFix)Activator.CreateInstance(fix)!;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
