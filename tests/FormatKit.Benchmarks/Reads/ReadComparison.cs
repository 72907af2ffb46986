using System.Globalization;
using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Reads;

/// <summary>Targets with the same content, read in turn.</summary>
internal static class ReadComparison
{
    /// <summary>What is fast and wrong is not measured.</summary>
    internal static void Verify(IReadOnlyList<ReadTarget> targets, long size)
    {
        const int Part = 1 << 20;
        var buffers = targets.Select(_ => new byte[Part]).ToArray();
        for (var offset = 0L; offset + Part <= size; offset += Part)
        {
            for (var index = 0; index < targets.Count; index++)
            {
                targets[index].Read(buffers[index], offset);
                if (!buffers[index].AsSpan().SequenceEqual(buffers[0]))
                {
                    throw new InvalidOperationException($"{targets[index].Name} is wrong near byte {offset}.");
                }
            }
        }
    }

    internal static void Run(int threads, int rounds, int count, long size, IEnumerable<ReadTarget> targets)
    {
        var reads = new RandomReads(count, size);
        List<Contender> contenders = [.. targets.Select(target => reads.By(threads, target))];
        Comparison.TakeTurns(rounds, contenders);
        Print($"{count} reads of 4 KiB, {threads} {(threads == 1 ? "thread" : "threads")}", count, contenders);
    }

    /// <summary>Prints rates, and ratios to the first.</summary>
    internal static void Print(string title, int count, IReadOnlyList<Contender> contenders)
    {
        Console.WriteLine();
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
}
