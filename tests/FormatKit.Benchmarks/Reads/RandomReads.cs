using System.Diagnostics;
using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Reads;

/// <summary>Reads of 4 KiB at random multiples of 4 KiB, shared out among threads.</summary>
internal sealed class RandomReads(int count, long guestLength)
{
    private const int Length = 4 << 10;

    internal Contender By(int threads, ReadTarget target) => new(target.Name, () => Run(threads, target));

    private RunCost Run(int threads, ReadTarget target)
    {
        var processor = Environment.CpuUsage.TotalTime;
        using var start = new ManualResetEventSlim();
        var readers = Enumerable.Range(0, threads).Select(seed => new Thread(() =>
        {
            var random = new Random(seed);
            var buffer = new byte[Length];
            start.Wait();
            for (var done = seed; done < count; done += threads)
            {
                target.Read(buffer, random.NextInt64(guestLength / Length) * Length);
            }
        })).ToList();
        readers.ForEach(reader => reader.Start());
        var watch = Stopwatch.StartNew();
        start.Set();
        readers.ForEach(reader => reader.Join());
        var seconds = watch.Elapsed.TotalSeconds;
        return new RunCost(seconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, 0);
    }
}
