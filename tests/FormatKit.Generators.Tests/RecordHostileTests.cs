using System.Buffers;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>A tree: each byte says how many nodes stand in this one.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Tree
{
    [Prefixed(1)] public Tree[] Inner { get; set; } = [];
}

/// <summary>A list by way of variants: 1 is followed by another link, 0 by nothing.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Link
{
    public byte Kind { get; private set; }
    [TaggedBy(nameof(Kind))] public LinkBody Body { get; set; } = new LastLink();
}

[BinaryVariants<byte>]
[Variant(0, typeof(LastLink))]
[Variant(1, typeof(MoreLink))]
internal abstract partial class LinkBody;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class LastLink : LinkBody;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class MoreLink : LinkBody
{
    public Link Next { get; set; } = new();
}

/// <summary>Everything here is counted by numbers of eight bytes.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Wide
{
    public ulong Count { get; private set; }
    [Count(nameof(Count))] public Tree[] Trees { get; set; } = [];
    [Prefixed(8)] public ulong[] Numbers { get; set; } = [];
    [Prefixed(8)] public byte[] Blob { get; set; } = [];
    [Prefixed(8), Encoded(TextEncoding.Utf8)] public string Text { get; set; } = "";
    [Prefixed(8, InBytes = true)] public Tree[] Region { get; set; } = [];
}

/// <summary>The count counts three more.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class CountedWithThree
{
    [Prefixed(1, Plus = 3)] public byte[] Blob { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class ThreeEmpty
{
    [FixedCount(3)] public LastLink[] Items { get; set; } = [];
    public byte After { get; set; }
}

/// <summary>DoubtfulTruths of one byte, each of which can be wrong.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class DoubtfulTruth
{
    public bool Value { get; set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class DoubtfulTruths
{
    [Rest] public DoubtfulTruth[] Values { get; set; } = [];
}

/// <summary>What hostile bytes come to: a violation, in bounded time and memory.</summary>
public sealed class RecordHostileTests
{
    [Theory]
    [InlineData(RecordLimits.Depth - 1, true)]
    [InlineData(RecordLimits.Depth, false)]
    [InlineData(1_000_000, false)]
    public void Records_nest_so_deep_and_no_deeper(int depth, bool isAccepted)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)1, depth), 0];

        var tree = Records.Parse<Tree>(bytes);
        var link = Records.Parse<Link>(bytes);

        Assert.Equal(isAccepted, tree.IsValid);
        if (!isAccepted)
        {
            Assert.Equal(ViolationKind.TooDeep, tree.Violations[^1].Kind);
            Assert.Equal(ViolationKind.TooDeep, link.Violations[^1].Kind);
            Assert.Equal(ViolationKind.TooDeep, Records.Parse<Tree>(bytes, isFinal: false).Violations[^1].Kind);
        }
    }

    [Fact]
    public void What_nests_too_deep_is_not_written()
    {
        var tree = new Tree();
        for (var depth = 1; depth <= RecordLimits.Depth; depth++)
        {
            tree = new Tree { Inner = [tree] };
        }

        Assert.Contains(
            "holds more than 64 records within one another",
            Assert.Throws<ArgumentException>(tree.ToBytes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_holds_itself_is_not_written()
    {
        var tree = new Tree();
        tree.Inner = [tree];

        Assert.Throws<ArgumentException>(tree.ToBytes);
    }

    [Theory]
    [InlineData(0, "Trees")]
    [InlineData(1, "Numbers")]
    [InlineData(2, "Blob")]
    [InlineData(3, "Text")]
    [InlineData(4, "Region")]
    public void Every_count_and_length_is_limited_however_wide(int field, string name)
    {
        foreach (var number in new[] { ulong.MaxValue, 1UL << 63, (1UL << 63) - 1, 1UL << 32, 1UL << 31, 1UL << 29 })
        {
            var bytes = new byte[40];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8 * field), number);
            foreach (var isFinal in new[] { true, false })
            {
                var parse = Records.Parse<Wide>(bytes, isFinal);

                Assert.Equal((RecordStatus.Broken, ViolationKind.TooLarge, name, number), (
                    parse.Status, parse.Violations[^1].Kind, parse.Violations[^1].Path, parse.Violations[^1].Found));
            }
        }
    }

    [Theory]
    [InlineData(0, 8L)]
    [InlineData(1, 16L)]
    [InlineData(2, 24L)]
    [InlineData(3, 32L)]
    [InlineData(4, 40L)]
    public void A_number_within_its_limit_is_believed_only_as_far_as_bytes_are_there(int field, long before)
    {
        const int number = 1_000_000;
        var bytes = new byte[40];
        bytes[(8 * field) + 7] = number & 0xFF;
        bytes[(8 * field) + 6] = (number >> 8) & 0xFF;
        bytes[(8 * field) + 5] = number >> 16;
        _ = Records.Parse<Wide>(bytes, isFinal: false);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var parse = Records.Parse<Wide>(bytes, isFinal: false);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        Assert.Equal(RecordStatus.NeedMore, parse.Status);
        Assert.Equal(before + (field == 1 ? 8L * number : number), parse.Needed);
        Assert.InRange(allocated, 0, 4096);
        Assert.Equal(ViolationKind.Truncated, Records.Parse<Wide>(bytes).Violations[^1].Kind);
    }

    [Fact]
    public void A_number_that_is_less_than_what_it_counts_besides_is_refused()
    {
        var parse = Records.Parse<CountedWithThree>([2, 9, 9]);

        Assert.Equal(("Blob", ViolationKind.TooSmall), (parse.Violations[^1].Path, parse.Violations[^1].Kind));
    }

    [Fact]
    public void What_a_number_cannot_hold_with_what_it_counts_besides_is_not_written()
    {
        Assert.Equal(255, new CountedWithThree { Blob = new byte[252] }.ToBytes()[0]);
        Assert.Throws<ArgumentException>(() => new CountedWithThree { Blob = new byte[253] }.ToBytes());
    }

    [Fact]
    public void Elements_without_bytes_need_none()
    {
        Assert.True(ThreeEmpty.TryRead([7], out var value, out var consumed));
        Assert.Equal((3, 7, 1), (value.Items.Length, value.After, consumed));
    }

    [Fact]
    public void Of_many_violations_some_are_kept_and_all_is_read()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)2, 100_000)];

        var parse = Records.Parse<DoubtfulTruths>(bytes);

        Assert.Equal((RecordStatus.Complete, 100_000, RecordLimits.Violations), (
            parse.Status, parse.Value!.Values.Length, parse.Violations.Count));
        Assert.Equal(
            ("Values[998].Value", "Values[99999].Value"), (parse.Violations[^2].Path, parse.Violations[^1].Path));
    }

    [Fact]
    public void Segments_of_one_byte_are_read_as_the_whole()
    {
        var wide = new Wide { Trees = [new(), new()], Numbers = [1, 2], Blob = [3], Text = "four", Region = [new()] };
        var bytes = wide.ToBytes();

        for (var length = 0; length <= bytes.Length; length++)
        {
            var whole = Records.Parse<Wide>(bytes.AsSpan(0, length));
            var pieces = Records.Parse<Wide>(Pieces(bytes.AsSpan(0, length)));

            Assert.Equal((whole.Status, whole.Consumed), (pieces.Status, pieces.Consumed));
            Assert.Equal(
                whole.Violations.Select(violation => violation.ToString()),
                pieces.Violations.Select(violation => violation.ToString()));
            Assert.Equal(length == bytes.Length, pieces.IsValid);
        }
    }

    [Fact]
    public void Truncations_are_refused_by_one_and_waited_for_by_the_other()
    {
        byte[] bytes = [2, 1, 0, 3, 0, 0, 1, 0]; // a tree of two, of which one has one and the other has three
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(Tree.TryRead(bytes.AsSpan(0, length), out _, out _));
            Assert.Equal(
                RecordStatus.NeedMore, Records.Parse<Tree>(bytes.AsSpan(0, length), isFinal: false).Status);
        }

        Assert.True(Tree.TryRead(bytes, out _, out _));
    }

    [Theory]
    [InlineData("[FixedCount(2)] public ⟦Chunk[]⟧ Inner { get; set; } = [];")]
    [InlineData("public byte N { get; set; } [Until(nameof(N), 0)] public ⟦Chunk[]⟧ Inner { get; set; } = [];")]
    [InlineData("[Prefixed(2)] public ⟦Chunk⟧ Inner { get; set; } = null!;")]
    public void A_record_without_end_is_refused(string fields) => DiagnoseRecord("FK0117", fields);

    [Theory]
    [InlineData("public byte N { get; set; } [Until(nameof(N), 0), Rest] public Chunk[] Inner { get; set; } = [];")]
    [InlineData(
        "public byte N { get; set; } [Until(nameof(N), 0), When(nameof(N))] public Chunk[]? Inner { get; set; }")]
    public void A_record_that_may_end_is_accepted(string fields) => RunClean($$"""
        #pragma warning disable CS1591
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Chunk
        {
            {{fields}}
        }
        """);

    [Theory]
    [InlineData("[Prefixed(1, Plus = ⟦256⟧)] public byte[] Value { get; set; } = [];")]
    [InlineData("public ushort N { get; set; } [Count(nameof(N), Plus = ⟦65536⟧)] public int[] V { get; set; } = [];")]
    public void What_is_counted_besides_must_fit_the_number(string fields) => DiagnoseRecord("FK0112", fields);

    private static ReadOnlySequence<byte> Pieces(ReadOnlySpan<byte> bytes)
    {
        var first = new Piece(ReadOnlyMemory<byte>.Empty, 0);
        var last = first;
        foreach (var b in bytes)
        {
            last = last.Append(new[] { b });
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
