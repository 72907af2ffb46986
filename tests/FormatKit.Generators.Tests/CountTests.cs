using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class CountedLists
{
    public byte Numbers { get; private set; }
    public ushort Heads { get; private set; }
    [Count(nameof(Numbers), Max = 3)] public ushort[] Values { get; set; } = [];
    [Count(nameof(Heads), Plus = 1)] public Named[] Names { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Named
{
    [Prefixed(1), Encoded(TextEncoding.Utf8)] public string Name { get; set; } = "";
}

public sealed class CountTests
{
    private static readonly byte[] Whole =
    [
        2,                  // Numbers
        0, 2,               // Heads: one name, and one more
        0x01, 0x02, 0, 5,   // Values
        2, 0xC3, 0xA9,      // Names[0]: é
    ];

    [Fact]
    public void As_many_elements_are_read_as_were_counted()
    {
        var value = CountedLists.Read(Whole);

        Assert.Equal([0x0102, 5], value.Values);
        Assert.Equal(["é"], value.Names.Select(name => name.Name));
    }

    [Fact]
    public void Counts_are_computed_on_writing()
    {
        var value = new CountedLists { Values = [0x0102, 5], Names = [new() { Name = "é" }] };

        SameBytes(Whole, value.ToBytes());
    }

    [Fact]
    public void A_count_above_its_limit_is_refused_before_anything_is_read_for_it()
    {
        var violation = Assert.Single(Records.Parse<CountedLists>([4, 0, 1]).Violations);

        Assert.Equal("FKV021: CountedLists.Values at byte 3: found 4, expected at most 3", violation.ToString());
    }

    [Fact]
    public void A_count_below_what_it_counts_besides_is_refused()
    {
        var violation = Assert.Single(Records.Parse<CountedLists>([0, 0, 0]).Violations);

        Assert.Equal("FKV022: CountedLists.Names at byte 3: found 0, expected at least 1", violation.ToString());
    }

    [Fact]
    public void A_count_of_more_elements_than_there_are_bytes_allocates_nothing_for_them()
    {
        byte[] bytes = [0, 0xFF, 0xFF];
        Records.Parse<CountedLists>(bytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var parse = Records.Parse<CountedLists>(bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(ViolationKind.Truncated, Assert.Single(parse.Violations).Kind);
        Assert.True(allocated < 1000, $"{allocated} bytes");
    }

    [Fact]
    public void More_elements_than_the_limit_are_not_written()
    {
        var value = new CountedLists { Values = [1, 2, 3, 4] };

        var error = Assert.Throws<ArgumentException>(() => value.ToBytes());
        Assert.Equal("CountedLists.Values has 4 elements or bytes; at most 3 can be written.", error.Message);
    }

    [Fact]
    public void More_elements_than_the_count_can_hold_are_not_written()
    {
        var names = Enumerable.Repeat(new Named(), 65535).ToArray();

        Assert.Throws<ArgumentException>(() => new CountedLists { Names = names }.ToBytes());
        Assert.Equal(3 + 65534, new CountedLists { Names = names[1..] }.ToBytes().Length);
    }
}
