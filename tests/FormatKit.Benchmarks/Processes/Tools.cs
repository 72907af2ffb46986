namespace FormatKit.Benchmarks.Processes;

/// <summary>Where the tools are.</summary>
internal static class Tools
{
    internal const string QemuImg = "qemu-img";
    internal const string QemuIo = "qemu-io";

    /// <summary>What qemu-img is told so that it makes the same image as fkit does by default.</summary>
    internal static IEnumerable<string> QemuOptions(string format) =>
        format == "vpc" ? ["-o", "force_size=on"] : [];

    /// <summary>The fkit that was asked for, or those built and published beside this program, by name.</summary>
    internal static IReadOnlyList<(string Name, string Path)> Fkit(CommandLine options)
    {
        if (options.Text("--fkit") is { } asked)
        {
            return [("fkit", Path.GetFullPath(asked))];
        }

        // This program is at artifacts/bin/FormatKit.Benchmarks/release.
        var artifacts = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", ".."));
        var published = Path.Join(artifacts, "publish", "FormatKit.Cli");
        List<(string, string)> found = [("fkit", Path.Join(artifacts, "bin", "FormatKit.Cli", "release", "fkit"))];
        if (Directory.Exists(published))
        {
            found.AddRange(Directory.GetDirectories(published, "release*").Order()
                .Select(folder => ($"fkit published {Path.GetFileName(folder)}", Path.Join(folder, "fkit"))));
        }

        found.RemoveAll(tool => !File.Exists(tool.Item2));
        return found.Count > 0 ? found : throw new ArgumentException("There is no fkit; build it, or say --fkit FILE.");
    }
}
