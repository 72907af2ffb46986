using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Magic, version, flags, grain size, line ends and compression of a VMDK's header that is right.</summary>
public class SparseValidation
{
    private readonly byte[] _bytes = SparseSample.NewBytes();

    [Benchmark(Baseline = true)]
    public bool ByHand() => HandWrittenSparse.IsValid(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public bool Generated() => Layout.IsValid(Vmdk4Header.View(_bytes));
}
