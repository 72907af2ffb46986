namespace FormatKit.Readme.Tests;

/// <summary>The C# of the README and of the pages behind it compiles without a complaint and prints what they say it
/// prints.</summary>
public sealed class CodeTests
{
    private const string Pages = "generators/docs";

    public static TheoryData<string> PageNames { get; } =
        [.. Directory.GetFiles(Path.Combine(MarkdownFile.Root, Pages), "*.md").Select(file => Path.GetFileName(file))];

    [Fact]
    public void The_declared_format_does_what_the_readme_says() => Prints(Readme("using FormatKit;"));

    [Fact]
    public void The_declaration_has_no_more_than_15_lines() =>
        Assert.InRange(Readme("using FormatKit;").First().Text.TrimEnd().Split('\n').Length, 1, 15);

    [Fact]
    public void The_library_example_prints_what_the_readme_says()
    {
        var sample = Path.Combine(MarkdownFile.Root, "tests", "samples", "hello.vhd");

        Prints(Readme("using FormatKit.Disks.Images;").Select(block =>
            block with { Text = block.Text.Replace("tests/samples/hello.vhd", sample, StringComparison.Ordinal) }));
    }

    [Theory]
    [MemberData(nameof(PageNames))]
    public void A_pages_program_prints_what_the_page_says(string page) =>
        Prints(MarkdownFile.Read($"{Pages}/{page}").Blocks);

    [Fact]
    public void The_list_of_words_has_every_word()
    {
        var page = MarkdownFile.Read($"{Pages}/adding-a-format.md").Text;
        var list = page[page.IndexOf("## All words", StringComparison.Ordinal)..];

        Assert.All(Words(), word => Assert.Matches($@"`{word}\b", list));
    }

    private static IEnumerable<string> Words() => typeof(BinaryLayoutAttribute).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(Attribute)))
        .Select(type => type.Name.Split('`')[0][..^"Attribute".Length]);

    private static void Prints(IEnumerable<MarkdownFile.Block> blocks)
    {
        var program = new PageProgram(blocks);

        Assert.NotEmpty(program.Outputs);
        Assert.Equal(program.Outputs, program.Run());
    }

    /// <summary>The program in the README that begins so: its blocks of C#, and the output that follows them.</summary>
    private static IEnumerable<MarkdownFile.Block> Readme(string firstLine)
    {
        var blocks = MarkdownFile.Readme.Blocks
            .SkipWhile(block => !block.Text.StartsWith(firstLine, StringComparison.Ordinal));
        var code = blocks.TakeWhile(block => block.Language == "csharp").Count();
        return blocks.Take(code + 1);
    }
}
