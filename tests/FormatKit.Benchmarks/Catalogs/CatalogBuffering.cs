using System.Buffers;
using BenchmarkDotNet.Attributes;
using FormatKit.Benchmarks.Layouts;

namespace FormatKit.Benchmarks.Catalogs;

/// <summary>A catalog of 64 files written into a buffer writer that has room.</summary>
public class CatalogBuffering
{
    private readonly Catalog _catalog = CatalogSample.New();
    private readonly ArrayBufferWriter<byte> _target = new(2 * CatalogSample.NewBytes().Length);

    [Benchmark(Baseline = true)]
    public int ByHand()
    {
        _target.ResetWrittenCount();
        return HandWrittenCatalog.Write(_catalog, _target);
    }

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public int Generated()
    {
        _target.ResetWrittenCount();
        return Records.Write(_catalog, _target);
    }
}
