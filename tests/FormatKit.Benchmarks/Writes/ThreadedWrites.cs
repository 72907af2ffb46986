using System.Diagnostics;
using FormatKit.Benchmarks.Processes;
using FormatKit.Benchmarks.Reads;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Benchmarks.Writes;

/// <summary>Small writes by one and by two threads, each in blocks of its own, into a disk that is allocated from end
/// to end; beside them a raw disk, which shows what the machine can do.</summary>
internal static class ThreadedWrites
{
    private const int Length = 4 << 10;
    private const int Block = 2 << 20;

    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 1L << 30);
        var count = options.Number("--count", 200_000);
        var rounds = options.Number("--rounds", 9);
        var formatName = options.Text("--format") ?? "vpc";
        var parent = options.Text("--folder");
        options.RefuseRest();
        var format = ImageFormats.Find(formatName) ?? throw new ArgumentException($"--format {formatName}: unknown.");

        using var folder = new WorkFolder(parent);
        Machine.Print();
        foreach (var kind in (ImageFormat[])[ImageFormats.Raw, format])
        {
            using var image = DiskImage.Create(FileStore.Create(folder.File($"a.{kind.Name}")), kind, size);
            new SmallWrites(WritePattern.Allocated, 0, size).Prepare(image);
            image.Flush();
            List<Contender> contenders =
            [
                new($"{kind.Name}, 1 thread", () => Write(image, 1, count)),
                new($"{kind.Name}, 2 threads", () => Write(image, 2, count)),
            ];
            Comparison.TakeTurns(rounds, contenders);
            ReadComparison.Print($"{count} writes of 4 KiB", count, contenders);
        }

        return 0;
    }

    private static RunCost Write(DiskImage image, int threads, int count)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var writers = Enumerable.Range(0, threads).Select(writer => new Thread(() =>
        {
            var random = new Random(writer);
            var bytes = new byte[Length];
            random.NextBytes(bytes);
            for (var done = writer; done < count; done += threads)
            {
                var block = (random.NextInt64(image.Length / Block / threads) * threads) + writer;
                image.Write(bytes, (block * Block) + (random.Next(Block / Length) * Length));
            }
        })).ToList();
        writers.ForEach(writer => writer.Start());
        writers.ForEach(writer => writer.Join());
        return new RunCost(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, 0);
    }
}
