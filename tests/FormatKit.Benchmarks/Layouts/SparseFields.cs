using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Five fields of a VMDK's header.</summary>
public class SparseFields
{
    private readonly byte[] _bytes = SparseSample.NewBytes();

    [Benchmark(Baseline = true)]
    public ulong ByHand() =>
        HandWrittenSparse.Flags(_bytes) + HandWrittenSparse.Capacity(_bytes) + HandWrittenSparse.GrainSize(_bytes)
        + HandWrittenSparse.Entries(_bytes) + HandWrittenSparse.Directory(_bytes);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public ulong Generated()
    {
        ref readonly var header = ref Vmdk4Header.View(_bytes);
        return (uint)header.Flags + header.Capacity + header.GrainSize + header.EntriesPerTable
            + header.DirectoryOffset;
    }
}
