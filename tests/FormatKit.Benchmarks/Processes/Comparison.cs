using System.Globalization;

namespace FormatKit.Benchmarks.Processes;

/// <summary>Several tools at the same work, in turn, so that whatever else the machine does hits all of them.</summary>
internal static class Comparison
{
    /// <summary>Lets the tools take turns and prints what they cost.</summary>
    /// <param name="title">What the work is.</param>
    /// <param name="rounds">How often each tool runs.</param>
    /// <param name="contenders">The tools; ratios are those of the first one's time to the others'.</param>
    internal static void Run(string title, int rounds, IReadOnlyList<Contender> contenders)
    {
        TakeTurns(rounds, contenders);
        Console.WriteLine();
        Console.WriteLine(
            $"{title,-36} {"median s",9} {"min",7} {"max",7} {"CPU s",7} {"MiB",6}   {contenders[0].Name} / this");
        foreach (var contender in contenders)
        {
            Print(contender, contenders[0]);
        }
    }

    /// <summary>One round to warm up, then the rounds that count, every other one in reverse order.</summary>
    internal static void TakeTurns(int rounds, IReadOnlyList<Contender> contenders)
    {
        foreach (var contender in contenders)
        {
            contender.Run();
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in round % 2 == 0 ? contenders : contenders.Reverse())
            {
                contender.Costs.Add(contender.Run());
            }
        }
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static void Print(Contender contender, Contender first)
    {
        var costs = contender.Costs;
        var seconds = costs.Select(cost => cost.Seconds).ToList();
        var ratios = first.Costs.Zip(costs, (one, other) => one.Seconds / other.Seconds).ToList();
        var processor = Median(costs.Select(cost => cost.CpuSeconds));
        var memory = costs.Max(cost => cost.PeakBytes) / (1024.0 * 1024);
        Console.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"  {contender.Name,-34} {Median(seconds),9:0.000} {seconds.Min(),7:0.000} {seconds.Max(),7:0.000} "
            + $"{processor,7:0.000} {memory,6:0}"));
        Console.WriteLine(contender == first ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"   {Median(ratios):0.00} ({ratios.Min():0.00}-{ratios.Max():0.00})"));
    }
}
