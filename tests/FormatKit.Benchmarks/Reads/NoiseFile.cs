namespace FormatKit.Benchmarks.Reads;

/// <summary>A raw disk of random bytes.</summary>
internal static class NoiseFile
{
    private const int Part = 1 << 20;

    internal static void Make(string path, long length)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, preallocationSize: length);
        var random = new Random(19);
        var bytes = new byte[Part];
        for (var at = 0L; at < length; at += Part)
        {
            random.NextBytes(bytes);
            RandomAccess.Write(file, bytes.AsSpan(0, (int)Math.Min(Part, length - at)), at);
        }

        RandomAccess.FlushToDisk(file);
    }
}
