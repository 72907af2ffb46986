using BenchmarkDotNet.Attributes;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>The byte sum of 512 bytes, vectorised and by a loop.</summary>
public class Checksums
{
    private readonly byte[] _bytes = FooterSample.NewBytes();

    [Benchmark(Baseline = true)]
    public uint ByteByByte() => PlainChecksum.Of(_bytes, _bytes.Length);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public uint Vectorised() => OnesComplementByteSum32.Finish(OnesComplementByteSum32.Append(0, _bytes));
}
