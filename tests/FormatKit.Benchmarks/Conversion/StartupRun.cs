using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Conversion;

/// <summary>What a command costs that does next to nothing.</summary>
internal static class StartupRun
{
    private const string SmallDisk = "16M";

    internal static int Run(CommandLine options)
    {
        var rounds = options.Number("--rounds", 20);
        var parent = options.Text("--folder");
        var tools = Tools.Fkit(options);
        options.RefuseRest();

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        var image = folder.File("small.vhd");
        ChildProcess.Run([Tools.QemuImg, "create", "-f", "vpc", image, SmallDisk], folder.File("output.txt"));
        Compare(folder, "--version", tools, rounds, "--version");
        Compare(folder, "info small.vhd", tools, rounds, "info", image);
        return 0;
    }

    private static void Compare(
        WorkFolder folder, string title, IReadOnlyList<(string Name, string Path)> tools, int rounds,
        params string[] arguments)
    {
        IEnumerable<(string Name, string Path)> all = [(Tools.QemuImg, Tools.QemuImg), .. tools];
        Comparison.Run(title, rounds, [.. all.Select(tool => new Contender(
            tool.Name, () => ChildProcess.Run([tool.Path, .. arguments], folder.File("output.txt"))))]);
    }
}
