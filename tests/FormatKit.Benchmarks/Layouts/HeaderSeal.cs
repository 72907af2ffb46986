using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Cookie, version and checksum written into a dynamic header.</summary>
public class HeaderSeal
{
    private readonly byte[] _bytes = HeaderSample.NewBytes();

    [Benchmark(Baseline = true)]
    public void ByHand() => HandWrittenHeader.Seal(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public void Generated() => VhdDynamicHeader.Edit(_bytes).Seal();
}
