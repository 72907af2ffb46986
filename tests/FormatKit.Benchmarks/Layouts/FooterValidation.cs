using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Cookie, version, disk type and checksum of a footer that is right.</summary>
public class FooterValidation
{
    private readonly byte[] _bytes = FooterSample.NewBytes();

    [Benchmark(Baseline = true)]
    public bool ByHand() => HandWrittenFooter.IsValid(_bytes);

    [Benchmark]
    public bool ByHandByteByByte() => HandWrittenFooter.IsValidByteByByte(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public bool Generated() => Layout.IsValid(VhdFooter.View(_bytes));
}
