namespace FormatKit.Generators.Tests;

/// <summary>Elements up to the end.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class ManySums
{
    [Rest] public SmallSum[] Sums { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class SmallSum
{
    public byte First { get; set; }
    [When(nameof(First))] public byte? Second { get; set; }
    [Checksum<TwosComplementByteSum8>] public byte Sum { get; private set; }
}

public sealed class RecordDissectionTests
{
    private static readonly byte[] Sound = new SmallSum { First = 1, Second = 2 }.ToBytes();

    private static readonly byte[] Spoilt = [1, 2, 0];

    [Fact]
    public void Every_part_has_its_place_and_words() => Assert.Equal(
        [
            "0 1 Numbers = 2",
            "1 2 Heads = 2",
            "3 4 Values = 258, 5",
            "7 1 Names[0].Name (length) = 2",
            "8 2 Names[0].Name = \"é\"",
        ],
        Rows(Records.InfoOf<CountedLists>(), "020002" + "01020005" + "02C3A9"));

    [Fact]
    public void Of_very_many_elements_those_that_break_no_rule_share_rows()
    {
        // Three rows each: 3,334 elements fill what is kept, and one of those behind them is broken.
        var bytes = Enumerable.Range(0, 4_000).SelectMany(index => index == 3_900 ? Spoilt : Sound).ToArray();

        var parts = Dissect(Records.InfoOf<ManySums>(), bytes).Parts;

        Assert.Equal(
            [
                "10002 1698 Sums[3334..3899] = 566 elements, not shown",
                "11700 1 Sums[3900].First = 1",
                "11701 1 Sums[3900].Second = 2",
                "11702 1 Sums[3900].Sum = 0x00",
                "11703 297 Sums[3901..3999] = 99 elements, not shown",
            ],
            parts.Skip(10_002).Select(Words));
        Assert.Equal("Sums[3900].Sum", Assert.Single(parts, part => part.Violations.Count > 0).Path);
    }

    [Fact]
    public void Elements_without_rows_have_one_before_the_row_that_says_why_reading_stopped()
    {
        byte[] bytes = [.. Enumerable.Range(0, 4_000).SelectMany(_ => Sound), 1];

        var parts = Dissect(Records.InfoOf<ManySums>(), bytes).Parts;

        Assert.Equal(
            [
                "10002 1998 Sums[3334..3999] = 666 elements, not shown",
                "12000 1 Sums[4000].First = 1",
                "12001 0 Sums[4000].Second = missing",
            ],
            parts.Skip(10_002).Select(Words));
    }

    [Fact]
    public void A_variant_is_shown_as_what_its_tag_means() => Assert.Equal(
        [
            "0 4 Length = 8",
            "4 4 Type = \"IHDR\"",
            "8 4 Body.Width = 1",
            "12 4 Body.Height = 2",
        ],
        Rows(Records.InfoOf<BodyChunk>(), "00000008" + "49484452" + "00000001" + "00000002"));

    [Fact]
    public void Padding_and_what_is_left_over_have_rows() => Assert.Equal(
        [
            "0 2 Items (length) = 18",
            "2 4 Items[0].Type = 0",
            "6 4 Items[0].Length = 1",
            "10 1 Items[0].Data = 05",
            "11 7 Items[0].(padding) = all zero",
            "18 2 Items (left over) = 0102",
        ],
        Rows(
            Records.InfoOf<BoundedExtensions>(),
            "0012" + "00000000" + "00000001" + "05" + "00000000000000" + "0102"));

    [Fact]
    public void A_field_that_is_not_there_has_no_row() => Assert.Equal(
        ["0 1 Version = 2", "1 1 Parts = 0x00", "2 1 Size = 0", "3 2 Checksum = 4660"],
        Rows(Records.InfoOf<Member>(), "0200003412"));

    [Theory]
    [InlineData("00000002" + "74455874" + "01", "8 1 Data = cut off after 1 byte")]
    [InlineData("00000002" + "7445", "4 2 Type = cut off after 2 bytes")]
    [InlineData("FFFFFFFF" + "74455874" + "01", "8 0 Data = not read: 4294967295 is above the limit of 16777216")]
    public void Where_it_cannot_be_read_on_the_last_row_says_why(string bytes, string last)
    {
        Assert.Equal(last, Rows(Records.InfoOf<PngChunk>(), bytes)[^1]);
        Assert.False(Dissect(Records.InfoOf<PngChunk>(), bytes).IsComplete);
    }

    [Fact]
    public void A_violation_stands_at_its_part()
    {
        var dissection = Dissect(Records.InfoOf<PngChunk>(), "0000000049454E44AE426083");

        var part = Assert.Single(dissection.Parts, part => part.Violations.Count > 0);
        Assert.Equal(("Crc", ViolationKind.Checksum), (part.Path, part.Violations[0].Kind));
    }

    [Fact]
    public void Whatever_the_bytes_the_table_reads_as_far_as_the_code()
    {
        var random = new Random(7);
        RecordInfo[] infos =
        [
            Records.InfoOf<CountedLists>(), Records.InfoOf<Measured>(), Records.InfoOf<Prefixes>(),
            Records.InfoOf<Terminals>(), Records.InfoOf<Member>(), Records.InfoOf<BodyChunk>(),
            Records.InfoOf<Negation>(), Records.InfoOf<BoundedExtensions>(), Records.InfoOf<Demanding>(),
        ];
        var complete = 0;
        for (var round = 0; round < 9000; round++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            foreach (ref var part in bytes.AsSpan())
            {
                part = random.Next(3) > 0 ? (byte)random.Next(3) : part;
            }

            var info = infos[round % infos.Length];
            var (dissection, parse) = (Dissect(info, bytes), info.Parse(bytes));

            var seen = $"{info.Name} {Convert.ToHexString(bytes)}";
            Assert.True((parse.Status == RecordStatus.Complete) == dissection.IsComplete, seen);
            Assert.True(!dissection.IsComplete || parse.Consumed == dissection.Read, seen);
            complete += dissection.IsComplete ? 1 : 0;
        }

        Assert.True(complete > 500, $"Only {complete} could be read to their end.");
    }

    private static List<string> Rows(RecordInfo record, string bytes) =>
        [.. Dissect(record, bytes).Parts.Select(Words)];

    private static string Words(DissectedPart part) => $"{part.Offset} {part.Width} {part.Path} = {part.Value}";

    private static RecordDissection Dissect(RecordInfo record, string bytes) =>
        Dissect(record, Convert.FromHexString(bytes));

    private static RecordDissection Dissect(RecordInfo record, byte[] bytes) =>
        Dissector.Dissect(record, bytes, TestContext.Current.CancellationToken);
}
