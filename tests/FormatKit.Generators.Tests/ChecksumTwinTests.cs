using System.Security.Cryptography;

namespace FormatKit.Generators.Tests;

/// <summary>Every fast path equals its plain twin at every length, start and many states.</summary>
public sealed class ChecksumTwinTests
{
    private delegate T Path<T>(T state, ReadOnlySpan<byte> bytes);

    [Fact]
    public void Adler32() => Same<uint>(FormatKit.Adler32.AppendPlain, FormatKit.Adler32.Append, 0xFFF0_FFF0);

    [Fact]
    public void Fletcher16() => Same<ushort>(FormatKit.Fletcher16.AppendPlain, FormatKit.Fletcher16.Append, 0xFEFE);

    [Fact]
    public void Fletcher32() => Same<uint>(
        (sums, bytes) => FormatKit.Fletcher32.AppendPlain(sums, bytes[..(bytes.Length & ~1)]),
        (sums, bytes) => FormatKit.Fletcher32.AppendDeferred(sums, bytes[..(bytes.Length & ~1)]),
        0xFFFE_FFFE);

    [Fact]
    public void Fletcher64() => Same<ulong>(
        (sums, bytes) => FormatKit.Fletcher64.AppendPlain(sums, bytes[..(bytes.Length & ~3)]),
        (sums, bytes) => FormatKit.Fletcher64.AppendDeferred(sums, bytes[..(bytes.Length & ~3)]),
        0xFFFF_FFFE_FFFF_FFFE);

    [Fact]
    public void Internet_checksum() => Same<ushort>(
        (_, bytes) => InternetChecksum.SumPlain(bytes), (_, bytes) => InternetChecksum.SumVectorised(bytes), 0);

    [Fact]
    public void Signed_byte_sum() => Same<uint>(
        (_, bytes) => OnesComplementSignedByteSum32.SumPlain(bytes),
        (_, bytes) => OnesComplementSignedByteSum32.SumVectorised(bytes),
        0);

    [Fact]
    public void Crc32C() => Same<uint>(
        FormatKit.Crc32C.AppendPlain, FormatKit.Crc32C.AppendByHardware, uint.MaxValue);

    [Fact]
    public void Crc16_reflected() => Same<ushort>(
        Crc16<Crc16.X25>.AppendPlain, Crc16<Crc16.X25>.AppendSliced, 0xFFFF);

    [Fact]
    public void Crc16_not_reflected() => Same<ushort>(
        Crc16<Crc16.CcittFalse>.AppendPlain, Crc16<Crc16.CcittFalse>.AppendSliced, 0xFFFF);

    [Fact]
    public void Byte_sums()
    {
        var ones = new byte[ByteSums.MostBytes];
        Array.Fill(ones, byte.MaxValue);

        for (var length = 0; length <= ones.Length; length++)
        {
            Assert.Equal(ByteSums.OfPlain(ones.AsSpan(0, length)), ByteSums.OfVectorised(ones.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Sha256_is_that_of_the_platform()
    {
        var bytes = new byte[300];
        new Random(4).NextBytes(bytes);

        for (var length = 0; length <= bytes.Length; length++)
        {
            var part = bytes.AsSpan(0, length);
            var own = Sha256.Finish(Sha256.Append(default, part));
            Assert.True(Sha256.TryCompute(part, out var fast));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(part)), own.ToString());
            Assert.Equal(own, fast);
        }
    }

    private static void Same<T>(Path<T> plain, Path<T> fast, T state)
        where T : struct
    {
        var bytes = new byte[400];
        new Random(5).NextBytes(bytes);
        for (var start = 0; start < 9; start++)
        {
            for (var end = start; end <= bytes.Length; end++)
            {
                Assert.Equal(plain(state, bytes.AsSpan(start..end)), fast(state, bytes.AsSpan(start..end)));
            }
        }

        // What would overflow a lane: much, and nothing but ones.
        var ones = new byte[3_000_001];
        Array.Fill(ones, byte.MaxValue);
        Assert.Equal(plain(state, ones), fast(state, ones));
        new Random(6).NextBytes(ones);
        Assert.Equal(plain(state, ones), fast(state, ones));
    }
}
