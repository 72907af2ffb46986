using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

/// <summary>A PNG chunk as the specification has it: CRC-32 over the type and the data, not the length.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG 1.2, clause 3.2")]
internal sealed partial class PngChunk
{
    public uint Length { get; private set; }
    public FourCC Type { get; set; }
    [Length(nameof(Length))] public byte[] Data { get; set; } = [];
    [Checksum<Crc32>(Over = ["Type..Data"])] public uint Crc { get; private set; }
}

/// <summary>The sum of the whole covers the sum of the data, which stands behind it.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial class TwoSums
{
    [Checksum<OnesComplementByteSum32>] public uint Whole { get; private set; }
    [Prefixed(1)] public byte[] Data { get; set; } = [];
    [Checksum<OnesComplementByteSum32>(Over = ["Data"])] public uint Part { get; private set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FilledSum
{
    public byte Value { get; set; }
    [Checksum<OnesComplementByteSum32>(Self = ChecksumSelf.Filled, Fill = 0x20)] public uint Sum { get; private set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class SumNowAndThen
{
    public byte HasSum { get; set; }
    public byte Value { get; set; }
    [When(nameof(HasSum)), Checksum<OnesComplementByteSum32>] public uint? Sum { get; private set; }
}

public sealed class RecordChecksumTests
{
    // The last chunk of every PNG file, byte by byte.
    private static readonly byte[] End = Convert.FromHexString("0000000049454E44AE426082");

    [Fact]
    public void A_published_chunk_is_valid() => Assert.Equal(0xAE426082u, PngChunk.Read(End).Crc);

    [Fact]
    public void A_chunk_is_written_as_published() =>
        SameBytes(End, new PngChunk { Type = FourCC.Of("IEND") }.ToBytes());

    [Fact]
    public void A_wrong_checksum_is_reported_and_reading_goes_on()
    {
        byte[] bytes = [.. End];
        bytes[11] ^= 1;

        var parse = Records.Parse<PngChunk>(bytes);

        Assert.Equal(
            "FKV003: PngChunk.Crc at byte 8: found 0xae426083, expected 0xae426082 (PNG 1.2, clause 3.2)",
            Assert.Single(parse.Violations).ToString());
        Assert.NotNull(parse.Value);
    }

    [Fact]
    public void A_checksum_that_covers_another_is_computed_after_it()
    {
        // Part, with the number before the data: ~(1 + 5). Whole: ~(1 + 5 + 0xF9 + 3 * 0xFF).
        byte[] bytes = [0x03, 0xFC, 0xFF, 0xFF, 1, 5, 0xF9, 0xFF, 0xFF, 0xFF];

        SameBytes(bytes, new TwoSums { Data = [5] }.ToBytes());
        Assert.True(TwoSums.TryRead(bytes, out _, out _));
    }

    [Fact]
    public void A_checksum_that_is_there_now_and_then_is_computed_then()
    {
        SameBytes([1, 5, 0xFF, 0xFF, 0xFF, 0xF9], new SumNowAndThen { HasSum = 1, Value = 5 }.ToBytes()); // ~(1 + 5)
        SameBytes([0, 5], new SumNowAndThen { Value = 5 }.ToBytes());
    }

    [Fact]
    public void A_checksum_that_is_there_now_and_then_is_judged_then()
    {
        Assert.Equal(
            "FKV003: SumNowAndThen.Sum at byte 2: found 0xfffffff8, expected 0xfffffff9",
            Assert.Single(Records.Parse<SumNowAndThen>([1, 5, 0xFF, 0xFF, 0xFF, 0xF8]).Violations).ToString());
        Assert.Null(SumNowAndThen.Read([0, 5]).Sum);
    }

    [Fact]
    public void What_was_read_without_a_checksum_is_written_without_one() =>
        SameBytes([0, 5], SumNowAndThen.Read([0, 5]).ToBytes());

    [Fact]
    public void The_field_counts_as_it_is_said_to() =>
        SameBytes([1, 0xFF, 0xFF, 0xFF, 0x7E], new FilledSum { Value = 1 }.ToBytes()); // ~(1 + 4 * 0x20)
}
