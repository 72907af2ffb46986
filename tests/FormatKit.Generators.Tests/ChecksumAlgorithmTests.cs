using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Generators.Tests;

/// <summary>What every algorithm keeps: published values come out, and a split computation equals the whole.</summary>
public sealed class ChecksumAlgorithmTests
{
    /// <summary>An algorithm at run time, and computed from pieces.</summary>
    private sealed record Algorithm(ChecksumInfo Info, Func<byte[][], byte[]> OfPieces);

    private static readonly Dictionary<string, Algorithm> Algorithms = new()
    {
        ["Crc32"] = Of<Crc32, uint, uint>(),
        ["Crc32C"] = Of<Crc32C, uint, uint>(),
        ["Crc16.Arc"] = Of<Crc16<Crc16.Arc>, ushort, ushort>(),
        ["Crc16.Modbus"] = Of<Crc16<Crc16.Modbus>, ushort, ushort>(),
        ["Crc16.Usb"] = Of<Crc16<Crc16.Usb>, ushort, ushort>(),
        ["Crc16.Kermit"] = Of<Crc16<Crc16.Kermit>, ushort, ushort>(),
        ["Crc16.X25"] = Of<Crc16<Crc16.X25>, ushort, ushort>(),
        ["Crc16.Xmodem"] = Of<Crc16<Crc16.Xmodem>, ushort, ushort>(),
        ["Crc16.CcittFalse"] = Of<Crc16<Crc16.CcittFalse>, ushort, ushort>(),
        ["Crc16.Genibus"] = Of<Crc16<Crc16.Genibus>, ushort, ushort>(),
        ["Adler32"] = Of<Adler32, uint, uint>(),
        ["Fletcher16"] = Of<Fletcher16, ushort, ushort>(),
        ["Fletcher32"] = Of<Fletcher32, uint, ulong>(),
        ["Fletcher64"] = Of<Fletcher64, ulong, Fletcher64State>(),
        ["InternetChecksum"] = Of<InternetChecksum, ushort, uint>(),
        ["OnesComplementByteSum32"] = Of<OnesComplementByteSum32, uint, uint>(),
        ["OnesComplementSignedByteSum32"] = Of<OnesComplementSignedByteSum32, uint, uint>(),
        ["TwosComplementByteSum8"] = Of<TwosComplementByteSum8, byte, byte>(),
        ["Sha256"] = Of<Sha256, Digest256, Sha256State>(),
    };

    public static TheoryData<string> Names => [.. Algorithms.Keys];

    /// <summary>
    /// CRCs: the check values of Greg Cook's catalogue of parametrised CRC algorithms. Adler-32 and Fletcher: the
    /// examples of Wikipedia's articles. CRC-32C: RFC 3720, B.4. SHA-256: FIPS 180-2, B.1 and B.2.
    /// </summary>
    [Theory]
    [InlineData("Crc32", "123456789", "cbf43926")]
    [InlineData("Crc32", "IEND", "ae426082")]
    [InlineData("Crc32", "", "00000000")]
    [InlineData("Crc32C", "123456789", "e3069283")]
    [InlineData("Crc16.Arc", "123456789", "bb3d")]
    [InlineData("Crc16.Modbus", "123456789", "4b37")]
    [InlineData("Crc16.Usb", "123456789", "b4c8")]
    [InlineData("Crc16.Kermit", "123456789", "2189")]
    [InlineData("Crc16.X25", "123456789", "906e")]
    [InlineData("Crc16.Xmodem", "123456789", "31c3")]
    [InlineData("Crc16.CcittFalse", "123456789", "29b1")]
    [InlineData("Crc16.Genibus", "123456789", "d64e")]
    [InlineData("Adler32", "Wikipedia", "11e60398")]
    [InlineData("Adler32", "", "00000001")]
    [InlineData("Fletcher16", "abcde", "c8f0")]
    [InlineData("Fletcher16", "abcdef", "2057")]
    [InlineData("Fletcher16", "abcdefgh", "0627")]
    [InlineData("Fletcher32", "abcde", "f04fc729")]
    [InlineData("Fletcher32", "abcdef", "56502d2a")]
    [InlineData("Fletcher32", "abcdefgh", "ebe19591")]
    [InlineData("Fletcher64", "abcde", "c8c6c527646362c6")]
    [InlineData("Fletcher64", "abcdef", "c8c72b276463c8c6")]
    [InlineData("Fletcher64", "abcdefgh", "312e2b28cccac8c6")]
    [InlineData("Sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("Sha256", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(
        "Sha256", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Published_values_of_texts_come_out(string name, string text, string expected) =>
        Assert.Equal(expected, Hex(Algorithms[name].Info.Compute(Encoding.ASCII.GetBytes(text))));

    /// <summary>
    /// CRC-32C: the other vectors of RFC 3720, B.4. Internet checksum: the words of RFC 1071, 3, and the IPv4 header
    /// that Wikipedia's article computes, whole and with the field as zeros. The signed sum of the definer's own words.
    /// </summary>
    [Theory]
    [InlineData("Crc32C", "0000000000000000000000000000000000000000000000000000000000000000", "8a9136aa")]
    [InlineData("Crc32C", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "62a8ab43")]
    [InlineData("Crc32C", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "46dd794e")]
    [InlineData("InternetChecksum", "0001f203f4f5f6f7", "220d")]
    [InlineData("InternetChecksum", "45000073000040004011b861c0a80001c0a800c7", "0000")]
    [InlineData("InternetChecksum", "450000730000400040110000c0a80001c0a800c7", "b861")]
    [InlineData("InternetChecksum", "0001f2", "0dfe")]
    [InlineData("OnesComplementByteSum32", "80000001", "ffffff7e")]
    [InlineData("OnesComplementSignedByteSum32", "80000001", "0000007e")]
    [InlineData("TwosComplementByteSum8", "0102ff", "fe")]
    public void Published_values_of_bytes_come_out(string name, string bytes, string expected) =>
        Assert.Equal(expected, Hex(Algorithms[name].Info.Compute(Convert.FromHexString(bytes))));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_split_computation_equals_the_whole(string name)
    {
        var algorithm = Algorithms[name];
        Prop.ForAll<byte[][]>(pieces =>
        {
            var filled = pieces.Select(piece => piece ?? []).ToArray();
            return Hex(algorithm.OfPieces(filled)) == Hex(algorithm.Info.Compute(filled.SelectMany(p => p).ToArray()));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_split_in_three_equals_the_whole(string name)
    {
        var algorithm = Algorithms[name];
        var bytes = new byte[70];
        new Random(3).NextBytes(bytes);
        var whole = Hex(algorithm.Info.Compute(bytes));
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second += 3)
            {
                Assert.Equal(whole, Hex(algorithm.OfPieces(
                    [bytes[..first], bytes[first..second], bytes[second..]])));
            }
        }
    }

    private static Algorithm Of<TAlgorithm, TValue, TState>()
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged =>
        new(
            ChecksumInfo.Create<TAlgorithm, TValue, TState>(typeof(TAlgorithm).Name),
            pieces => ChecksumInfo.Create<Piecewise<TAlgorithm, TValue, TState>, TValue, TState>("pieces")
                .Compute(Piecewise<TAlgorithm, TValue, TState>.Of(pieces)));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>Appends the pieces that are given apart.</summary>
    private readonly struct Piecewise<TAlgorithm, TValue, TState> : IChecksumAlgorithm<TValue, TState>
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged
    {
        [ThreadStatic]
        private static byte[][]? _pieces;

        public static byte[] Of(byte[][] pieces)
        {
            _pieces = pieces;
            return [];
        }

        public static TState Append(TState state, ReadOnlySpan<byte> bytes) =>
            _pieces!.Aggregate(state, (after, piece) => TAlgorithm.Append(after, piece));

        public static TValue Finish(TState state) => TAlgorithm.Finish(state);
    }
}
