using System.Diagnostics;
using FormatKit.Benchmarks.Conversion;
using FormatKit.Benchmarks.Processes;
using FormatKit.Benchmarks.Reads;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Benchmarks.Chains;

/// <summary>A child of which every block is full goes into its parent, beside cp of the child's file; both until the
/// disk has it.</summary>
internal static class CommitRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 512L << 20);
        var rounds = options.Number("--rounds", 7);
        var parent = options.Text("--folder");
        var tools = Tools.Fkit(options);
        options.RefuseRest();
        var format = ImageFormats.Vhd;

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        var raw = folder.File("content.raw");
        NoiseFile.Make(raw, size);
        foreach (var (kind, isFull) in ((string, bool)[])[("an empty parent", false), ("a full parent", true)])
        {
            var (below, child, kept) = (folder.File("base.vhd"), folder.File("child.vhd"), folder.File("kept.vhd"));
            MakeBase(raw, below, format, size, isFull);
            MakeChild(raw, below, child, format);
            File.Copy(below, kept, overwrite: true);
            var copy = folder.File("copy.vhd");
            Comparison.Run($"{size >> 20} MiB into {kind}", rounds,
            [
                new Contender("cp, fsync", () => Timed(folder, copy, ["cp", "--sparse=never", child, copy], () =>
                {
                    File.Delete(copy);
                })),
                .. tools.Select(tool => new Contender($"{tool.Name} commit", () => Timed(
                    folder, below, [tool.Path, "commit", "-q", "--force", child], () =>
                    {
                        File.Copy(kept, below, overwrite: true);
                        HostSync.File(below);
                    }))),
            ]);
            File.Delete(copy);
        }

        return 0;
    }

    private static void MakeBase(string raw, string path, ImageFormat format, long size, bool isFull)
    {
        using var content = DiskImage.Open(raw, new ImageOpenOptions { Format = ImageFormats.Raw });
        File.Delete(path);
        if (isFull)
        {
            DeepChain.Copy(content, path, format);
        }
        else
        {
            DiskImage.Create(FileStore.Create(path), format, size).Dispose();
        }
    }

    private static void MakeChild(string raw, string below, string path, ImageFormat format)
    {
        using (var parent = DiskImage.Open(below, new ImageOpenOptions { Format = format }))
        {
            SnapshotOperation.Run(parent, path, new SnapshotOptions());
        }

        using var content = DiskImage.Open(raw, new ImageOpenOptions { Format = ImageFormats.Raw });
        using var child = DiskImage.Open(path, new ImageOpenOptions { Writable = true, Format = format });
        ConvertOperation.Run(content, child, new ConvertOptions(), CancellationToken.None);
    }

    /// <summary>A command, and fsync of what it has written. Forced, as the copy looks like another child.</summary>
    private static RunCost Timed(WorkFolder folder, string target, string[] command, Action prepare)
    {
        prepare();
        var cost = ChildProcess.Run(command, folder.File("output.txt"));
        var watch = Stopwatch.StartNew();
        HostSync.File(target);
        return cost with { Seconds = cost.Seconds + watch.Elapsed.TotalSeconds };
    }
}
