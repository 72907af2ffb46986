using BenchmarkDotNet.Attributes;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>CRC-32 by folding and by tables of eight bytes, against one table of a byte.</summary>
public class ChecksumsCrc32 : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Crc32.AppendPlain(uint.MaxValue, Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => Crc32.Append(0, Bytes);

    /// <summary>What processors without carry-less products take.</summary>
    [Benchmark]
    public ulong Sliced() => Crc32.AppendSliced(uint.MaxValue, Bytes);
}

/// <summary>CRC-32 of the 92 bytes of a GPT header.</summary>
public class ChecksumsCrc32Short : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Crc32.AppendPlain(uint.MaxValue, Bytes.AsSpan(0, 92));

    /// <inheritdoc/>
    protected override ulong OfFast() => Crc32.Append(0, Bytes.AsSpan(0, 92));
}

/// <summary>CRC-32C by the processor's instruction, against a loop of bits.</summary>
public class ChecksumsCrc32C : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Crc32C.AppendPlain(uint.MaxValue, Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => Crc32C.Append(0, Bytes);
}

/// <summary>A CRC of 16 bits by tables of eight bytes, against one table of a byte.</summary>
public class ChecksumsCrc16 : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Crc16<Crc16.X25>.AppendPlain(ushort.MaxValue, Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => Crc16<Crc16.X25>.AppendSliced(ushort.MaxValue, Bytes);
}
