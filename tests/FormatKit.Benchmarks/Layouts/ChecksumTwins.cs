using BenchmarkDotNet.Attributes;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>A checksum of 64 KiB by its fast path and by its plain twin.</summary>
public abstract class ChecksumTwins
{
    /// <summary>Noise.</summary>
    protected byte[] Bytes { get; } = NewBytes();

    /// <summary>The twin that says what is computed.</summary>
    [Benchmark(Baseline = true)]
    public ulong Plain() => OfPlain();

    /// <summary>The path that everyone takes.</summary>
    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public ulong Fast() => OfFast();

    /// <summary>The checksum by the plain twin.</summary>
    protected abstract ulong OfPlain();

    /// <summary>The checksum by the fast path.</summary>
    protected abstract ulong OfFast();

    private static byte[] NewBytes()
    {
        var bytes = new byte[64 << 10];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
