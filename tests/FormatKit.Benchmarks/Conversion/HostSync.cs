namespace FormatKit.Benchmarks.Conversion;

/// <summary>fsync(2), for what other tools wrote.</summary>
internal static class HostSync
{
    internal static void File(string path)
    {
        using var file = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
