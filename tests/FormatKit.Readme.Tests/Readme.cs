using System.Text.RegularExpressions;

namespace FormatKit.Readme.Tests;

/// <summary>The README's fenced blocks, in order.</summary>
internal static partial class Readme
{
    /// <summary>The folder of the repository: the nearest one above the tests that has the README and the
    /// solution.</summary>
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Block> Blocks { get; } =
        [.. Fence().Matches(File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n"))
            .Select(match => new Block(match.Groups["language"].Value, match.Groups["text"].Value))];

    /// <summary>The code of a program that the README spreads over several blocks, and the output that follows
    /// it.</summary>
    /// <param name="firstLine">How the program's first block begins.</param>
    public static (string Code, string Output) Program(string firstLine)
    {
        var from = Blocks.TakeWhile(block => !block.Text.StartsWith(firstLine, StringComparison.Ordinal)).Count();
        var code = Blocks.Skip(from).TakeWhile(block => block.Language == "csharp").ToList();
        return (string.Join('\n', code.Select(block => block.Text)), Blocks[from + code.Count].Text);
    }

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
