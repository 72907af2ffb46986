using FormatKit.Benchmarks.Layouts;

namespace FormatKit.Benchmarks.Catalogs;

/// <summary>Runs the record benchmarks.</summary>
internal static class CatalogRun
{
    internal static int Run(CommandLine options)
    {
        Verify();
        return LayoutRun.Run(options, [typeof(CatalogReading), typeof(CatalogWriting), typeof(CatalogBuffering)]);
    }

    /// <summary>What is compared does the same.</summary>
    private static void Verify()
    {
        var (catalog, bytes) = (CatalogSample.New(), CatalogSample.NewBytes());
        var target = new byte[bytes.Length];
        if (HandWrittenCatalog.Write(catalog, target) != bytes.Length || !bytes.AsSpan().SequenceEqual(target)
            || !HandWrittenCatalog.TryRead(bytes, out var read, out var consumed, out _)
            || consumed != bytes.Length || read.Entries.Length != CatalogSample.Entries)
        {
            throw new InvalidOperationException("The catalog by hand is another.");
        }
    }
}
