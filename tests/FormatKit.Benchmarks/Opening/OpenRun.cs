using System.Diagnostics;
using System.Globalization;
using FormatKit.Benchmarks.Processes;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Benchmarks.Opening;

/// <summary>Opening and checking a dynamic VHD of 2 TiB in this process: nothing allocated, everything in order,
/// everything in any order; and what qemu-img takes to open it, as a process.</summary>
internal static class OpenRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 2040L << 30);
        var rounds = options.Number("--rounds", 15);
        var parent = options.Text("--folder");
        options.RefuseRest();

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        Console.WriteLine($"{"",-24} {"median ms",10} {"min",8} {"max",8} {"allocated MiB",14}");
        foreach (var (name, make) in Images(size))
        {
            var path = folder.File($"{name}.vhd");
            make(path);
            Measure($"open, {name}", rounds, () => DiskImage.Open(path).Dispose());
            Measure($"check, {name}", Math.Max(3, rounds / 3), () => Check(path));
            Comparison.Run($"info, {name}", Math.Max(3, rounds / 3), [new Contender(Tools.QemuImg, () =>
                ChildProcess.Run([Tools.QemuImg, "info", "-f", "vpc", path], folder.File("output.txt")))]);
            File.Delete(path);
        }

        return 0;
    }

    private static IEnumerable<(string Name, Action<string> Make)> Images(long size) =>
    [
        ("empty", path => FullTable.Empty(path, size)),
        ("full, in order", path => FullTable.Make(path, size, isShuffled: false)),
        ("full, shuffled", path => FullTable.Make(path, size, isShuffled: true)),
    ];

    private static void Check(string path)
    {
        using var store = FileStore.Open(path, FileOpenOptions.ForReading);
        var report = new CheckReport { Format = ImageFormats.Vhd.Name };
        ImageFormats.Vhd.Check(store, report);
        if (!report.IsClean)
        {
            throw new InvalidOperationException(report.Findings[0].Message);
        }
    }

    private static void Measure(string name, int rounds, Action action)
    {
        action(); // to warm up
        var (times, most) = (new List<double>(), 0L);
        for (var round = 0; round < rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            action();
            times.Add(watch.Elapsed.TotalMilliseconds);
            most = Math.Max(most, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-24} {Comparison.Median(times),10:0.0} {times.Min(),8:0.0} {times.Max(),8:0.0} "
            + $"{most / 1048576.0,14:0.0}"));
    }
}
