using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Cookie, version and checksum written into a footer.</summary>
public class FooterSeal
{
    private readonly byte[] _bytes = FooterSample.NewBytes();

    [Benchmark(Baseline = true)]
    public void ByHand() => HandWrittenFooter.Seal(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public void Generated() => VhdFooter.Edit(_bytes).Seal();
}
