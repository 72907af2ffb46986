namespace FormatKit.Benchmarks.Conversion;

/// <summary>A raw disk of which every other 4 MiB are random and the rest written zeros, not holes.</summary>
internal static class HalfZeroImage
{
    private const int Stretch = 4 << 20;

    internal static void Make(string path, long length)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, preallocationSize: length);
        var random = new Random(20_000_101);
        var data = new byte[Stretch];
        var zeros = new byte[Stretch];
        for (var at = 0L; at < length; at += Stretch)
        {
            var isData = at / Stretch % 2 == 0;
            if (isData)
            {
                random.NextBytes(data);
            }

            RandomAccess.Write(file, (isData ? data : zeros).AsSpan(0, (int)Math.Min(Stretch, length - at)), at);
        }

        RandomAccess.FlushToDisk(file);
    }
}
