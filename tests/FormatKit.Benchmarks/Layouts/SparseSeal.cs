using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Magic and line ends written into a VMDK's header.</summary>
public class SparseSeal
{
    private readonly byte[] _bytes = SparseSample.NewBytes();

    [Benchmark(Baseline = true)]
    public void ByHand() => HandWrittenSparse.Seal(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public void Generated() => Vmdk4Header.Edit(_bytes).Seal();
}
