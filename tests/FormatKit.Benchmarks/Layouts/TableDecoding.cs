using System.Buffers.Binary;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>A table of 64 KiB in the foreign byte order, off any alignment, against the base library's swap.</summary>
public class TableDecoding
{
    private readonly byte[] _bytes = new byte[(64 << 10) + 1];
    private readonly uint[] _values = new uint[(64 << 10) / sizeof(uint)];

    public TableDecoding() => new Random(1).NextBytes(_bytes);

    [Benchmark(Baseline = true)]
    public void ByTheBaseLibrary() => BinaryPrimitives.ReverseEndianness(
        MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan(1)), _values);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public void Decoded() => Tables.Decode(_bytes.AsSpan(1), _values, ByteOrder.BigEndian);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public void Encoded() => Tables.Encode<uint>(_values, _bytes.AsSpan(1), ByteOrder.BigEndian);

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public void InPlace() => Tables.Reverse<uint>(_bytes.AsSpan(1));

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public uint OneByOne()
    {
        var sum = 0u;
        foreach (var value in new ReadOnlyEndianSpan<uint>(_bytes.AsSpan(1), ByteOrder.BigEndian))
        {
            sum += value;
        }

        return sum;
    }
}
