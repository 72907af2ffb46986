using BenchmarkDotNet.Attributes;

namespace FormatKit.Benchmarks.Catalogs;

/// <summary>A catalog of 64 files made out of bytes, everything checked.</summary>
public class CatalogReading
{
    private readonly byte[] _bytes = CatalogSample.NewBytes();

    [Benchmark(Baseline = true)]
    public object? ByHand() => HandWrittenCatalog.TryRead(_bytes, out var catalog, out _, out _) ? catalog : null;

    [Benchmark]
    public object? Generated() => Catalog.TryRead(_bytes, out var catalog, out _) ? catalog : null;
}
