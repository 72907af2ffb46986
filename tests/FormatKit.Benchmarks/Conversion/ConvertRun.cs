using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Conversion;

/// <summary>fkit and qemu-img convert the same disk in turn.</summary>
internal static class ConvertRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 2L << 30);
        var rounds = options.Number("--rounds", 5);
        var format = options.Text("--format") ?? "vmdk";
        var parent = options.Text("--folder");
        var tools = Tools.Fkit(options);
        options.RefuseRest();

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        Console.WriteLine(
            "Unsynced: fkit --no-sync, qemu-img as it is. "
            + "Synced: fkit as it is, qemu-img and then fsync of its target.");
        var raw = folder.File("source.raw");
        var image = folder.File($"source.{format}");
        HalfZeroImage.Make(raw, size);
        ChildProcess.Run(
            [Tools.QemuImg, "convert", "-f", "raw", "-O", format, .. Tools.QemuOptions(format), raw, image],
            folder.File("output.txt"), () => HostSync.File(image));
        foreach (var isSynced in (ReadOnlySpan<bool>)[false, true])
        {
            Compare(new ConvertCase(folder, raw, "raw", format, isSynced), tools, rounds);
            Compare(new ConvertCase(folder, image, format, "raw", isSynced), tools, rounds);
        }

        return 0;
    }

    private static void Compare(ConvertCase work, IReadOnlyList<(string Name, string Path)> tools, int rounds)
    {
        Comparison.Run(work.Title, rounds, [work.QemuImg(), .. tools.Select(work.Fkit)]);
        work.VerifyAndDelete();
    }
}
