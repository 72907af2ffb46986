using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FormatKit.Readme.Tests;

/// <summary>The commands of the README and of the pages behind it print what they show, in a copy of the sample folder.
/// They are for a Unix shell.</summary>
public sealed partial class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("formatkit-readme-").FullName;

    /// <summary>Every command but the one that runs the tests, which are running.</summary>
    public static TheoryData<string> Commands { get; } =
        [.. Shown().Select(shown => shown.Command).Where(command => command != "tests/run.sh")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_prints_what_the_readme_shows(string command)
    {
        CopySamples();
        var expected = Shown().Single(shown => shown.Command == command).Output;

        var found = Run(command);

        Assert.Equal(Unchanging(expected), Unchanging(found));
    }

    [Fact]
    public void The_readme_has_the_two_commands_first()
    {
        Assert.Equal(["tests/samples/convert.sh", "tests/run.sh"], Shown().Take(2).Select(shown => shown.Command));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<(string Command, string Output)> Shown() =>
        Directory.GetFiles(Path.Combine(MarkdownFile.Root, "generators", "docs"), "*.md")
            .Aggregate(Shown(MarkdownFile.Readme), (shown, page) => shown.Concat(Shown(MarkdownFile.Read(page))));

    private static IEnumerable<(string Command, string Output)> Shown(MarkdownFile page) => page.Blocks
        .Where(block => block.Language == "console")
        .Select(block => block.Text.Split('\n', 2))
        .Select(parts => (parts[0]["$ ".Length..], parts[1]));

    private void CopySamples()
    {
        var samples = Directory.CreateDirectory(Path.Combine(_folder, "tests", "samples"));
        foreach (var file in Directory.GetFiles(Path.Combine(MarkdownFile.Root, "tests", "samples")))
        {
            File.Copy(file, Path.Combine(samples.FullName, Path.GetFileName(file)));
        }

        var tools = Directory.CreateDirectory(Path.Combine(_folder, "tools"));
        var tool = Path.Combine(tools.FullName, "fkit");
        File.CreateSymbolicLink(tool, BuiltTool());
    }

    private static string BuiltTool() => Path.Combine(AppContext.BaseDirectory, "fkit");

    private string Run(string command)
    {
        var tools = Path.Combine(_folder, "tools");
        var start = new ProcessStartInfo("bash", ["-c", $"{{ {command}; }} 2>&1"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["PATH"] = tools + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["FKIT"] = Path.Combine(tools, "fkit");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return printed;
    }

    /// <summary>How long a thing took and how many blocks of the host a file has differ from place to place.</summary>
    private static string Unchanging(string text) =>
        DiskSize().Replace(Seconds().Replace(text, "in … s"), "disk size: …");

    [GeneratedRegex(@"in [0-9.]+ s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex("disk size: .*")]
    private static partial Regex DiskSize();
}
