using System.Text.RegularExpressions;

namespace FormatKit.Readme.Tests;

/// <summary>The fenced blocks of a page, in order.</summary>
internal sealed partial class MarkdownFile
{
    private MarkdownFile(string text)
    {
        Text = text;
        Blocks = [.. Fence().Matches(text)
            .Select(match => new Block(match.Groups["language"].Value, match.Groups["text"].Value))];
    }

    /// <summary>The folder of the repository: the nearest one above the tests that has the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The page that people see first.</summary>
    public static MarkdownFile Readme { get; } = Read("README.md");

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Reads a page.</summary>
    /// <param name="path">Its path from <see cref="Root"/>.</param>
    public static MarkdownFile Read(string path) =>
        new(File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FormatKit.sln")))
        {
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    /// <summary>A fenced block.</summary>
    internal sealed record Block(string Language, string Text);
}
