using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Cookie, version, block size and checksum of a dynamic header that is right.</summary>
public class HeaderValidation
{
    private readonly byte[] _bytes = HeaderSample.NewBytes();

    [Benchmark(Baseline = true)]
    public bool ByHand() => HandWrittenHeader.IsValid(_bytes);

    [Benchmark]
    public bool ByHandByteByByte() => HandWrittenHeader.IsValidByteByByte(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public bool Generated() => Layout.IsValid(VhdDynamicHeader.View(_bytes));
}
