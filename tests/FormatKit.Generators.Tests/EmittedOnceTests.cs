using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>
/// What is generated is the same object until its own declaration changes: the compiler and an editor go on with what
/// they know of it.
/// </summary>
public sealed class EmittedOnceTests
{
    private const int Count = 20;

    [Theory]
    [InlineData("// another comment")]
    [InlineData("public enum Another { One }")]
    public void An_edit_in_another_file_emits_nothing_again(string text) => Assert.Empty(EmittedAgain(2 * Count, text));

    [Fact]
    public void An_edit_in_one_layout_emits_one_file_again() => Assert.Equal(
        ["Layout7.g.cs"], EmittedAgain(7, Layout(7).Replace("abcd", "abce", StringComparison.Ordinal)));

    [Fact]
    public void An_edit_in_one_record_emits_one_file_again() => Assert.Equal(
        ["Record7.g.cs"],
        EmittedAgain(Count + 7, Record(7).Replace("uint Length", "ushort Length", StringComparison.Ordinal)));

    [Fact]
    public void A_new_layout_emits_its_own_file() =>
        Assert.Equal(["Layout77.g.cs"], EmittedAgain(2 * Count, Layout(77)));

    /// <summary>
    /// Edits one file of many declarations; the generated files whose texts are not the same objects as before.
    /// </summary>
    private static IEnumerable<string> EmittedAgain(int file, string text)
    {
        var declarations = Enumerable.Range(0, Count);
        var compilation = Compile([.. declarations.Select(Layout), .. declarations.Select(Record), "// a comment"]);
        var driver = CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var before = Generated(driver).Select(file => file.SourceText).ToHashSet(ReferenceEqualityComparer.Instance);
        Assert.Equal(2 * Count, before.Count);

        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"File{file}.cs");
        driver = driver.RunGenerators(
            compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, SourceOptions, old.FilePath)),
            TestContext.Current.CancellationToken);

        return Generated(driver).Where(file => !before.Contains(file.SourceText)).Select(file => file.HintName);
    }

    private static IEnumerable<GeneratedSourceResult> Generated(GeneratorDriver driver) =>
        driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources);

    private static string Layout(int number) => $$"""
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct Layout{{number.ToString(CultureInfo.InvariantCulture)}}
        {
            [Magic("abcd")] public partial uint Value { readonly get; set; }
            [Checksum<OnesComplementByteSum32>] public partial uint Sum { readonly get; set; }
        }
        """;

    private static string Record(int number) => $$"""
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Record{{number.ToString(CultureInfo.InvariantCulture)}}
        {
            public uint Length { get; private set; }
            [Length(nameof(Length))] public byte[] Data { get; set; } = [];
        }
        """;
}
