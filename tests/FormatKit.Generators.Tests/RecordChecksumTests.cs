using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

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

/// <summary>What changes on the way, the hops, is not summed; the note is, when it is there.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Packet
{
    public byte Kind { get; set; }
    public byte Hops { get; set; }
    [Checksum<OnesComplementByteSum32>(Over = ["..Kind", "Note..Data"])] public uint Sum { get; private set; }
    [When(nameof(Kind), 2)] public ushort? Note { get; set; }
    [Prefixed(1)] public byte[] Data { get; set; } = [];
}

/// <summary>As a <see cref="Packet"/>, by what is left out; the sum itself counts as four times 1.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class PacketWithout
{
    public byte Kind { get; set; }
    public byte Hops { get; set; }
    [Checksum<OnesComplementByteSum32>(Except = ["Hops"], Self = ChecksumSelf.Filled, Fill = 1)]
    public uint Sum { get; private set; }
    [When(nameof(Kind), 2)] public ushort? Note { get; set; }
    [Prefixed(1)] public byte[] Data { get; set; } = [];
}

/// <summary>A range is summed where it is named, and as often.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Reordered
{
    public FourCC Last { get; set; }
    [Bytes(5)] public byte[] First { get; set; } = [];
    [Checksum<Crc32>(Over = ["First", "Last"])] public uint Crc { get; private set; }
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

    [Fact]
    public void Several_ranges_are_summed_one_after_the_other()
    {
        // Kind, Hops, Sum: ~(2 + 0 + 3 + 1 + 7), Note, Data with the number before it
        byte[] bytes = [2, 9, 0xFF, 0xFF, 0xFF, 0xF2, 0, 3, 1, 7];

        SameBytes(bytes, new Packet { Kind = 2, Hops = 9, Note = 3, Data = [7] }.ToBytes());
        Assert.True(Packet.TryRead(bytes, out _, out _));
    }

    [Fact]
    public void A_range_from_a_field_that_is_not_there_starts_where_it_would() =>
        SameBytes([1, 9, 0xFF, 0xFF, 0xFF, 0xF6, 1, 7], new Packet { Kind = 1, Hops = 9, Data = [7] }.ToBytes());

    [Fact]
    public void What_no_range_covers_may_change()
    {
        byte[] bytes = [1, 9, 0xFF, 0xFF, 0xFF, 0xF6, 1, 7];
        bytes[1] = 8;
        Assert.True(Packet.TryRead(bytes, out _, out _));

        bytes[7] = 8;
        Assert.Equal(ViolationKind.Checksum, Assert.Single(Records.Parse<Packet>(bytes).Violations).Kind);
    }

    [Fact]
    public void All_but_some_fields_are_summed() => // ~(1 + 4 * 1 + 1 + 7)
        SameBytes(
            [1, 9, 0xFF, 0xFF, 0xFF, 0xF2, 1, 7], new PacketWithout { Kind = 1, Hops = 9, Data = [7] }.ToBytes());

    [Fact]
    public void Ranges_are_summed_in_the_order_in_which_they_are_named()
    {
        // The published check value of CRC-32, that of "123456789".
        var record = new Reordered { Last = FourCC.Of("6789"), First = "12345"u8.ToArray() };

        SameBytes([.. "678912345"u8, 0xCB, 0xF4, 0x39, 0x26], record.ToBytes());
    }

    [Fact]
    public void Ranges_stand_in_the_table() => Assert.Equal(
        [new RecordRange(null, "Kind"), new RecordRange("Note", "Data")],
        Records.InfoOf<Packet>().Find("Sum")!.Checksum!.Ranges);

    [Theory]
    [InlineData("FK0119", "Over = ⟦[]⟧", "it covers nothing")]
    [InlineData("FK0119", "Over = ⟦[\"Value\", \"Size\"]⟧", "'Size' is no field of 'Chunk'")]
    [InlineData("FK0119", "Over = ⟦[\"More..Value\"]⟧", "'Value' stands before 'More'")]
    [InlineData("FK0119", "Except = ⟦[\"Size\"]⟧", "'Size' is no field of 'Chunk'")]
    [InlineData("FK0119", "Except = ⟦[\"Value\", \"More\", \"Sum\"]⟧", "it covers nothing")]
    [InlineData("FK0119", "Over = [\"Value\"], Except = ⟦[\"Size\"]⟧", "'Size' is no field of 'Chunk'")]
    [InlineData("FK0075", "Over = [\"Value\"], Except = ⟦[\"Value\"]⟧", "'Value' both in Over and in Except")]
    [InlineData("FK0075", "Fill = ⟦1⟧", "a Fill without Self = ChecksumSelf.Filled")]
    [InlineData("FK0014", "External = ⟦\"map\"⟧", "[Checksum(External)] does not apply to 'Sum'")]
    [InlineData("FK0014", "When = ⟦\"Value\"⟧", "[Checksum(When)] does not apply to 'Sum'")]
    [InlineData("FK0014", "Is = ⟦1⟧", "[Checksum(Is)] does not apply to 'Sum'")]
    [InlineData("FK0014", "Length = ⟦\"Value\"⟧", "[Checksum(Length)] does not apply to 'Sum'")]
    public void What_cannot_be_summed_is_refused(string id, string arguments, string fault) => Assert.Contains(
        fault, DiagnoseRecord(id, $$"""
            public uint Value { get; set; }
            public uint More { get; set; }
            [Checksum<OnesComplementByteSum32>({{arguments}})] public uint Sum { get; private set; }
            """), StringComparison.Ordinal);
}
