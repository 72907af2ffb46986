using BenchmarkDotNet.Attributes;
using BinarySerialization;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>A footer made out of bytes. BinarySerializer decodes all fields and validates none; ours copies the bytes,
/// validates them and decodes the fields that are asked for.</summary>
public class FooterParsing
{
    private readonly byte[] _bytes = FooterSample.NewBytes();
    private readonly BinarySerializer _serializer = new() { Endianness = Endianness.Big };

    [Benchmark(Baseline = true)]
    public ulong BinarySerializer()
    {
        var footer = _serializer.Deserialize<PeerFooter>(_bytes);
        return footer.DataOffset + footer.CurrentSize + footer.DiskType;
    }

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public ulong Generated()
    {
        if (!VhdFooter.TryRead(_bytes, out var footer) || !Layout.IsValid(footer))
        {
            return 0;
        }

        return footer.DataOffset + footer.CurrentSize + (uint)footer.DiskType;
    }
}
