using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Conversion;

/// <summary>fkit and qemu-img convert the same disk in turn.</summary>
internal static class ConvertRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 2L << 30);
        var rounds = options.Number("--rounds", 5);
        var parent = options.Text("--folder");
        var tools = Tools.Fkit(options);
        options.RefuseRest();

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        Console.WriteLine(
            "Unsynced: fkit --no-sync, qemu-img as it is. Synced: fkit as it is, qemu-img and then fsync of its target.");
        var raw = folder.File("source.raw");
        var vhd = folder.File("source.vhd");
        HalfZeroImage.Make(raw, size);
        ChildProcess.Run(
            [Tools.QemuImg, "convert", "-f", "raw", "-O", "vpc", "-o", "force_size=on", raw, vhd],
            folder.File("output.txt"), () => HostSync.File(vhd));
        foreach (var isSynced in (ReadOnlySpan<bool>)[false, true])
        {
            Compare(new ConvertCase(folder, raw, "raw", "vpc", isSynced), tools, rounds);
            Compare(new ConvertCase(folder, vhd, "vpc", "raw", isSynced), tools, rounds);
        }

        return 0;
    }

    private static void Compare(ConvertCase work, IReadOnlyList<(string Name, string Path)> tools, int rounds)
    {
        Comparison.Run(work.Title, rounds, [work.QemuImg(), .. tools.Select(work.Fkit)]);
        work.VerifyAndDelete();
    }
}
