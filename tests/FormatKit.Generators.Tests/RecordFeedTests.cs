using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

/// <summary>Sections up to one marked 0xFF, each with arrays of every kind. Entries that are read are counted.
/// </summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FedFile
{
    [Prefixed(1)] public byte[] Header { get; set; } = [];
    public FedTotals Totals { get; set; } = new();
    [Until(nameof(FedSection.Mark), 0xFF, Max = 3)] public FedSection[] Sections { get; set; } = [];
    [Prefixed(1)] public byte[] Trailer { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FedTotals
{
    [Prefixed(1)] public FedEntry[] Entries { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FedSection
{
    public byte Mark { get; set; }
    [FixedCount(2)] public FedEntry[] Pair { get; set; } = [];
    [Prefixed(1, InBytes = true)] public FedEntry[] Region { get; set; } = [];
    [Until(nameof(FedEntry.Number), 0, Max = 1 << 20)] public FedEntry[] Rows { get; set; } = [];
    [Checksum<InternetChecksum>] public ushort Sum { get; private set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FedEntry
{
    [ThreadStatic] private static int s_read;

    public static int Read => s_read;

    [FormatKit.Range(0, 99)] public byte Number { get; set; }

    [Rule("it is counted")] private static bool Counts(FedEntry entry) => s_read++ >= 0 && entry is not null;
}

/// <summary>Entries, and bytes up to the end.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FedToTheEnd
{
    [Prefixed(1)] public FedEntry[] Entries { get; set; } = [];
    [Rest] public byte[] Body { get; set; } = [];
}

/// <summary>A rule that throws once.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FedTrap
{
    [ThreadStatic] internal static bool IsSet;

    public byte Number { get; set; }

    [Rule("nothing is thrown")]
    private static bool Throws(FedTrap trap) =>
        !IsSet || trap.Number != 3 ? true : throw new InvalidOperationException("The trap.");
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FedTraps
{
    [Until(nameof(FedTrap.Number), 4)] public FedTrap[] Traps { get; set; } = [];
}

/// <summary>Elements are read once, however small the pieces are, and the record is what it is in one piece.</summary>
public sealed class RecordFeedTests
{
    private static readonly byte[] Small = Records.ToBytes(File(rows: 3, rowsOfLast: 2));

    public static TheoryData<byte[]> WholeOrBroken =>
    [
        Small,
        With(Small, 3, 100), // Totals.Entries[0] is out of range
        With(Small, 6, 100), // Sections[0].Pair[0], and so the sum
        With(Small, Small.Length - 1, 1), // a trailer that goes on
        With(Small, SumOfFirst(), 0xFE), // the sum of the first section
        // A region that is longer than what there is, and more sections than there may be.
        new byte[] { 0, 0, 1, 0, 0, 200, 1, 2 },
        Convert.FromHexString("0000" + string.Concat(Enumerable.Repeat("0100000000FEFF", 4))),
    ];

    [Theory]
    [MemberData(nameof(WholeOrBroken))]
    public void Wherever_it_is_cut_a_record_or_its_errors_are_those_of_one_piece(byte[] bytes)
    {
        var whole = Outcome(Records.Parse<FedFile>(bytes));
        for (var first = 1; first < bytes.Length; first++)
        {
            for (var second = first; second < bytes.Length; second++)
            {
                Assert.Equal(whole, Fed<FedFile>(bytes, [first, second, bytes.Length]));
            }
        }

        Assert.Equal(whole, Fed<FedFile>(bytes, Enumerable.Range(1, bytes.Length)));
    }

    [Fact]
    public void Cut_off_anywhere_the_error_is_that_of_one_piece()
    {
        for (var length = 1; length < Small.Length; length++)
        {
            var bytes = Small[..length];
            Assert.Equal(Outcome(Records.Parse<FedFile>(bytes)), Fed<FedFile>(bytes, Enumerable.Range(1, length)));
        }
    }

    [Fact]
    public void With_each_byte_a_feed_needs_what_one_piece_would_and_has_the_record_with_the_last_one()
    {
        var feed = new RecordFeed<FedFile>();
        for (var length = 1; length < Small.Length; length++)
        {
            feed.Add(Small.AsSpan(length - 1, 1));
            Assert.False(feed.TryRead(out _));
            Assert.Equal(Records.Parse<FedFile>(Small.AsSpan(0, length), isFinal: false).Needed, feed.Needed);
        }

        feed.Add(Small.AsSpan(Small.Length - 1));
        Assert.True(feed.TryRead(out var file));
        SameBytes(Small, Records.ToBytes(file));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Elements_are_read_once_more_at_most_however_small_the_pieces_are(int size)
    {
        var bytes = Records.ToBytes(File(rows: 20_000, rowsOfLast: 5_000));
        var before = FedEntry.Read;
        _ = Records.Parse<FedFile>(bytes);
        var once = FedEntry.Read - before;

        before = FedEntry.Read;
        var feed = new RecordFeed<FedFile>();
        FedFile? found = null;
        foreach (var piece in bytes.Chunk(size))
        {
            Assert.Null(found);
            feed.Add(piece);
            feed.TryRead(out found);
        }

        Assert.Equal((20_000, 5_000), (found!.Sections[0].Rows.Length, found.Sections[1].Rows.Length));
        Assert.InRange(FedEntry.Read - before, once, once + Math.Min(size, once));
    }

    [Fact]
    public void Elements_take_no_more_memory_in_pieces_than_a_few_times_those_of_one()
    {
        var bytes = Records.ToBytes(File(rows: 100_000, rowsOfLast: 1));
        _ = Fed<FedFile>(Small, [1, Small.Length]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Records.Parse<FedFile>(bytes);
        var once = GC.GetAllocatedBytesForCurrentThread() - before;

        before = GC.GetAllocatedBytesForCurrentThread();
        var feed = new RecordFeed<FedFile>();
        for (var at = 0; at < bytes.Length; at += 64)
        {
            feed.Add(bytes.AsSpan(at, Math.Min(64, bytes.Length - at)));
            feed.TryRead(out _);
        }

        Assert.Equal(0, feed.Waiting);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, once / 2, 2 * once);
    }

    [Fact]
    public void What_goes_on_to_the_end_is_asked_again_at_the_end()
    {
        var before = FedEntry.Read;
        var feed = new RecordFeed<FedToTheEnd>();
        feed.Add([3, 1, 2, 3]);
        for (var length = 0; length < 100; length++)
        {
            feed.Add([7]);
            Assert.False(feed.TryRead(out _));
        }

        feed.End();
        Assert.True(feed.TryRead(out var value));
        Assert.Equal((3, 100), (value.Entries.Length, value.Body.Length));
        Assert.Equal(6, FedEntry.Read - before);
    }

    [Fact]
    public void Records_follow_one_another_within_a_piece()
    {
        byte[] two = [.. Small, .. Small, .. Small.AsSpan(0, 5)];
        var feed = new RecordFeed<FedFile>();
        var found = 0;
        foreach (var piece in two.Chunk(Small.Length - 3))
        {
            feed.Add(piece);
            while (feed.TryRead(out var file))
            {
                SameBytes(Small, Records.ToBytes(file));
                found++;
            }
        }

        Assert.Equal((2, 5), (found, feed.Waiting));
    }

    [Fact]
    public void A_broken_record_stays_there()
    {
        var broken = With(Small, 3, 100);
        var feed = new RecordFeed<FedFile>();
        foreach (var piece in broken.Chunk(4))
        {
            feed.Add(piece.AsSpan(..^1));
            Assert.False(feed.TryRead(out _));
            feed.Add(piece.AsSpan(^1..));
        }

        var first = Assert.Throws<RecordException>(() => feed.TryRead(out _));
        var second = Assert.Throws<RecordException>(() => feed.TryRead(out _));
        Assert.Equal(Texts(first.Violations), Texts(second.Violations));
        Assert.Equal(broken.Length, feed.Waiting);
    }

    [Fact]
    public void Depth_is_counted_from_the_record_on_not_from_the_array()
    {
        byte[] deepest = [.. Enumerable.Repeat<byte>(1, RecordLimits.Depth - 1), 0];
        byte[] deeper = [1, .. deepest];

        var pieces = Enumerable.Range(1, deeper.Length);
        Assert.Equal(Outcome(Records.Parse<Tree>(deepest)), Fed<Tree>(deepest, pieces.SkipLast(1)));
        Assert.Equal(Outcome(Records.Parse<Tree>(deeper)), Fed<Tree>(deeper, pieces));
        Assert.Contains("FKV027", Fed<Tree>(deeper, pieces), StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_of_any_form_are_read_in_any_pieces()
    {
        // Leaves between branches, at three depths.
        byte[] tree = [3, 0, 2, 0, 1, 0, 1, 2, 0, 0];
        for (var size = 1; size <= tree.Length; size++)
        {
            var cuts = Enumerable.Range(1, tree.Length).Where(cut => cut % size == 0 || cut == tree.Length);
            Assert.Equal(Convert.ToHexString(tree), Fed<Tree>(tree, cuts));
        }
    }

    [Fact]
    public void A_rule_that_throws_leaves_the_feed_as_it_was()
    {
        var feed = new RecordFeed<FedTraps>();
        feed.Add([1]);
        Assert.False(feed.TryRead(out _));
        feed.Add([2]);
        Assert.False(feed.TryRead(out _));
        feed.Add([3]);
        FedTrap.IsSet = true;
        Assert.Throws<InvalidOperationException>(() => feed.TryRead(out _));
        FedTrap.IsSet = false;

        feed.Add([4]);

        Assert.True(feed.TryRead(out var traps));
        Assert.Equal([1, 2, 3, 4], traps.Traps.Select(trap => (int)trap.Number));
    }

    private static FedFile File(int rows, int rowsOfLast) => new()
    {
        Header = [9],
        Totals = new() { Entries = Entries(2) },
        Sections = [Section(1, rows), Section(0xFF, rowsOfLast)],
    };

    private static FedSection Section(byte mark, int rows) => new()
    {
        Mark = mark, Pair = Entries(2), Region = Entries(3), Rows = [.. Entries(rows - 1), new()],
    };

    private static FedEntry[] Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new FedEntry { Number = (byte)(1 + (index % 99)) })];

    // Header, totals, and mark, pair, region and rows of the first section.
    private static int SumOfFirst() => 2 + 3 + 1 + 2 + 4 + 3;

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        byte[] changed = [.. bytes];
        changed[at] = value;
        return changed;
    }

    private static string Fed<T>(byte[] bytes, IEnumerable<int> cuts)
        where T : IBinaryRecord<T>
    {
        var feed = new RecordFeed<T>();
        var start = 0;
        try
        {
            foreach (var cut in cuts)
            {
                feed.Add(bytes.AsSpan(start..cut));
                start = cut;
                if (feed.TryRead(out var early))
                {
                    Assert.Equal(bytes.Length, cut);
                    return Convert.ToHexString(Records.ToBytes(early));
                }
            }

            feed.End();
            Assert.False(feed.TryRead(out _));
            return "nothing";
        }
        catch (RecordException e)
        {
            return Texts(e.Violations);
        }
    }

    private static string Outcome<T>(RecordParse<T> parse)
        where T : IBinaryRecord<T> =>
        parse.IsValid ? Convert.ToHexString(Records.ToBytes(parse.Value)) : Texts(parse.Violations);

    private static string Texts(IEnumerable<RecordViolation> violations) => string.Join("\n", violations);
}
