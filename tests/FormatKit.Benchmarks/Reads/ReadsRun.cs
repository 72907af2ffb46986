using System.Globalization;
using FormatKit.Benchmarks.Processes;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Benchmarks.Reads;

/// <summary>Random reads through <see cref="DiskImage"/> beside those of the plain file, all of it in the system's
/// cache: what the way from guest to file costs.</summary>
internal static class ReadsRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 1L << 30);
        var count = options.Number("--count", 400_000);
        var rounds = options.Number("--rounds", 9);
        var formatName = options.Text("--format") ?? "vmdk";
        var parent = options.Text("--folder");
        options.RefuseRest();
        var format = ImageFormats.Find(formatName) ?? throw new ArgumentException($"--format {formatName}: unknown.");

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        var raw = folder.File("a.raw");
        var path = folder.File($"a.{formatName}");
        NoiseFile.Make(raw, size);
        ShuffledImage.Make(raw, path, format);
        using var file = File.OpenHandle(raw);
        using var rawImage = DiskImage.Open(raw, new ImageOpenOptions { Format = ImageFormats.Raw });
        using var image = DiskImage.Open(path, new ImageOpenOptions { Format = format });
        ReadTarget[] targets =
        [
            new("RandomAccess.Read, raw", (buffer, offset) => RandomAccess.Read(file, buffer, offset)),
            new("DiskImage.Read, raw", (buffer, offset) => rawImage.Read(buffer, offset)),
            new($"DiskImage.Read, {formatName}", (buffer, offset) => image.Read(buffer, offset)),
        ];
        Verify(targets, size);
        foreach (var threads in (ReadOnlySpan<int>)[1, 2])
        {
            Compare(threads, rounds, count, size, targets);
        }

        return 0;
    }

    private static void Compare(int threads, int rounds, int count, long size, IEnumerable<ReadTarget> targets)
    {
        var reads = new RandomReads(count, size);
        List<Contender> contenders = [.. targets.Select(target => reads.By(threads, target))];
        Comparison.TakeTurns(rounds, contenders);
        Console.WriteLine();
        var title = $"{count} reads of 4 KiB, {threads} {(threads == 1 ? "thread" : "threads")}";
        Console.WriteLine(
            $"{title,-36} {"median 1/s",10} {"min",9} {"max",9} {"CPU us",7}   {contenders[0].Name} / this");
        foreach (var contender in contenders)
        {
            var rates = contender.Costs.Select(cost => count / cost.Seconds).ToList();
            var processor = 1e6 * Comparison.Median(contender.Costs.Select(cost => cost.CpuSeconds)) / count;
            var ratios = contenders[0].Costs.Zip(contender.Costs, (one, other) => one.Seconds / other.Seconds).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {contender.Name,-34} {Comparison.Median(rates),10:0} {rates.Min(),9:0} {rates.Max(),9:0} "
                + $"{processor,7:0.00}   {Comparison.Median(ratios):0.00} ({ratios.Min():0.00}-{ratios.Max():0.00})"));
        }
    }

    /// <summary>What is fast and wrong is not measured.</summary>
    private static void Verify(ReadTarget[] targets, long size)
    {
        const int Part = 1 << 20;
        var buffers = targets.Select(_ => new byte[Part]).ToArray();
        for (var offset = 0L; offset + Part <= size; offset += Part)
        {
            for (var index = 0; index < targets.Length; index++)
            {
                targets[index].Read(buffers[index], offset);
                if (!buffers[index].AsSpan().SequenceEqual(buffers[0]))
                {
                    throw new InvalidOperationException($"{targets[index].Name} is wrong near byte {offset}.");
                }
            }
        }
    }
}
