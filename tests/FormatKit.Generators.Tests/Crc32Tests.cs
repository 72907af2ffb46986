using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Generators.Tests;

public sealed class Crc32Tests
{
    /// <summary>The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms (Greg Cook), and
    /// the ends of two files of everyone: a PNG's last chunk and an empty gzip member.</summary>
    [Theory]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("IEND", 0xAE426082)]
    [InlineData("", 0)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void Published_vectors_come_out(string text, uint expected) =>
        Assert.Equal(expected, Of(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Every_path_equals_the_plain_one_at_every_length_and_start()
    {
        var bytes = new byte[600];
        new Random(1).NextBytes(bytes);
        for (var start = 0; start < 17; start++)
        {
            for (var end = start; end <= bytes.Length; end++)
            {
                var part = bytes.AsSpan(start..end);
                var plain = Crc32.AppendPlain(0x12345678, part);
                Assert.Equal(plain, Crc32.AppendSliced(0x12345678, part));
                Assert.Equal(plain, Crc32.AppendFolded(0x12345678, part));
            }
        }
    }

    [Fact]
    public void Every_path_equals_the_plain_one_over_much()
    {
        var bytes = new byte[100_003];
        new Random(2).NextBytes(bytes);

        var plain = Crc32.AppendPlain(uint.MaxValue, bytes);

        Assert.Equal(plain, Crc32.AppendSliced(uint.MaxValue, bytes));
        Assert.Equal(plain, Crc32.AppendFolded(uint.MaxValue, bytes));
    }

    [Fact]
    public void A_split_computation_equals_the_whole() =>
        Prop.ForAll<byte[], byte[]>((first, second) =>
            Crc32.Finish(Crc32.Append(Crc32.Append(0, first), second)) == Of([.. first, .. second]))
            .QuickCheckThrowOnFailure();

    private static uint Of(byte[] bytes) => Crc32.Finish(Crc32.Append(0, bytes));
}
