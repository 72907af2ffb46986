using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Three fields of a footer.</summary>
public class FooterFields
{
    private readonly byte[] _bytes = FooterSample.NewBytes();

    [Benchmark(Baseline = true)]
    public ulong ByHand() =>
        HandWrittenFooter.DataOffset(_bytes)
        + HandWrittenFooter.CurrentSize(_bytes)
        + HandWrittenFooter.DiskType(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public ulong Generated()
    {
        ref readonly var footer = ref VhdFooter.View(_bytes);
        return footer.DataOffset + footer.CurrentSize + (uint)footer.DiskType;
    }
}
