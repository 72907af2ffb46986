using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Runs benchmarks, those of layouts by default, prints their ratios and judges the claim that nothing is
/// allocated.</summary>
internal static class LayoutRun
{
    private static readonly Type[] Benchmarks =
    [
        typeof(FooterFields), typeof(FooterValidation), typeof(FooterSeal),
        typeof(HeaderFields), typeof(HeaderValidation), typeof(HeaderSeal),
        typeof(SparseFields), typeof(SparseValidation), typeof(SparseSeal),
        typeof(ChecksumsCrc32), typeof(ChecksumsCrc32Short), typeof(ChecksumsCrc32C), typeof(ChecksumsCrc16),
        typeof(ChecksumsAdler32), typeof(ChecksumsFletcher16), typeof(ChecksumsFletcher32),
        typeof(ChecksumsFletcher64), typeof(ChecksumsInternet), typeof(ChecksumsSigned), typeof(ChecksumsSha256),
        typeof(Checksums), typeof(FooterParsing), typeof(TableDecoding),
    ];

    internal static int Run(CommandLine options) => Run(options, Benchmarks);

    internal static int Run(CommandLine options, Type[] benchmarks)
    {
        var job = options.Has("--short") ? Job.ShortRun : Job.Default;
        var only = options.Text("--only")?.Split(',');
        options.RefuseRest();
        var chosen = benchmarks.Where(type => only is null || only.Contains(type.Name)).ToArray();
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .WithBuildTimeout(TimeSpan.FromMinutes(10))
            .WithOptions(ConfigOptions.JoinSummary);

        var reports = BenchmarkRunner.Run(chosen, config)
            .SelectMany(summary => summary.Reports.Select(report => (summary, report)))
            .OrderBy(run => Array.IndexOf(chosen, run.report.BenchmarkCase.Descriptor.Type))
            .ToList();
        var allRight = reports.Count > 0;
        Console.WriteLine();
        Console.WriteLine($"{"",-46} {"ns",10} {"ratio",8} {"bytes",8}");
        foreach (var (summary, report) in reports)
        {
            allRight &= Print(summary, report);
        }

        return allRight ? 0 : 1;
    }

    private static bool Print(Summary summary, BenchmarkReport report)
    {
        var descriptor = report.BenchmarkCase.Descriptor;
        var name = $"{descriptor.Type.Name}.{descriptor.WorkloadMethod.Name}";
        var baseline = summary.Reports.First(other => other.BenchmarkCase.Descriptor is var candidate
            && candidate.Type == descriptor.Type && candidate.Baseline);
        if (report.ResultStatistics is not { } time || baseline.ResultStatistics is not { } against)
        {
            Console.WriteLine($"{name,-46} did not run");
            return false;
        }

        var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? -1;
        var isBroken = allocated != 0 && descriptor.HasCategory(Claims.AllocatesNothing);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-46} {time.Median,10:0.00} {time.Median / against.Median,8:0.00} {allocated,8}")
            + (isBroken ? "  must be 0" : ""));
        return !isBroken;
    }
}
