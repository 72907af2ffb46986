using BenchmarkDotNet.Attributes;
using FormatKit.Benchmarks.Layouts;

namespace FormatKit.Benchmarks.Catalogs;

/// <summary>A catalog of 64 files written into bytes that are there.</summary>
public class CatalogWriting
{
    private readonly Catalog _catalog = CatalogSample.New();
    private readonly byte[] _target = new byte[CatalogSample.NewBytes().Length];

    [Benchmark(Baseline = true)]
    public int ByHand() => HandWrittenCatalog.Write(_catalog, _target);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public int Generated() => Records.Write(_catalog, _target);
}
