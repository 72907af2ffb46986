using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Tail
{
    public byte Kind { get; set; }
    [Rest(Max = 4)] public byte[] Data { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class NumbersToTheEnd
{
    [Rest] public ushort[] Values { get; set; } = [];
}

public sealed class RestTests
{
    [Fact]
    public void The_rest_goes_on_to_the_end() => SameBytes([1, 2], Tail.Read([9, 1, 2]).Data);

    [Fact]
    public void There_may_be_no_rest() => Assert.Empty(Tail.Read([9]).Data);

    [Fact]
    public void The_rest_has_a_limit() => Assert.Equal(
        ViolationKind.TooLarge, Assert.Single(Records.Parse<Tail>([9, 1, 2, 3, 4, 5]).Violations).Kind);

    [Fact]
    public void The_rest_needs_the_end_of_the_input()
    {
        var parse = Records.Parse<Tail>([9, 1], isFinal: false);

        Assert.Equal((RecordStatus.NeedMore, 3), (parse.Status, parse.Needed));
    }

    [Fact]
    public void An_array_takes_whole_elements()
    {
        var parse = Records.Parse<NumbersToTheEnd>([0, 1, 2]);

        Assert.Equal([1], parse.Value!.Values);
        Assert.Equal(
            "FKV025: NumbersToTheEnd.Values at byte 2: found 1 byte, expected nothing left over",
            Assert.Single(parse.Violations).ToString());
    }
}
