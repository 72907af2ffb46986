using static FormatKit.Generators.Tests.Harness.GeneratorHarness;
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

    [Theory]
    [InlineData("public ⟦Open⟧ Content { get; set; } = new();")]
    [InlineData("public ⟦Around⟧ Content { get; set; } = new();")]
    [InlineData("public byte Tag { get; set; } [TaggedBy(nameof(Tag))] public ⟦Body⟧ Content { get; set; } = null!;")]
    public void Nothing_stands_after_a_record_with_a_rest(string field) => Assert.Contains(
        "goes on to the end, since 'Open.Data' takes all the rest, so nothing is left for 'Sum'",
        Diagnose("FK0170", Opened($"{field} public byte Sum {{ get; set; }}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Prefixed(1)]")]
    [InlineData("[Prefixed(1, InBytes = true)]")]
    [InlineData("[FixedCount(1)]")]
    [InlineData("[Rest]")]
    [InlineData("[Until(\"Kind\", 0)]")]
    public void Elements_have_an_end(string extent) => Diagnose(
        "FK0171", Opened($"{extent} public ⟦Open[]⟧ All {{ get; set; }} = [];"));

    [Theory]
    [InlineData("[Prefixed(1)] public Open Content { get; set; } = new(); public byte Sum { get; set; }")]
    [InlineData("public byte Sum { get; set; } public Open Content { get; set; } = new();")]
    [InlineData("public byte Sum { get; set; } [When(nameof(Sum))] public Open? Content { get; set; }")]
    public void A_record_with_a_rest_stands_at_the_end_or_says_its_length(string fields) =>
        RunClean("#pragma warning disable CS1591\n" + Opened(fields));

    [Theory]
    [InlineData("[Rest] public byte[] Data { get; set; } = [];", "'Header.Data' takes")]
    [InlineData("public Open Content { get; set; } = new();", "'Open.Data' takes")]
    public void A_rest_is_not_filled_up(string field, string words) => Assert.Contains(
        words, Diagnose("FK0172", Opened(field).Replace(
            "[BinaryRecord(ByteOrder.BigEndian)]\npublic sealed partial class Header",
            "[BinaryRecord(ByteOrder.BigEndian, Align = ⟦4⟧)]\npublic sealed partial class Header",
            StringComparison.Ordinal)),
        StringComparison.Ordinal);

    private static string Opened(string fields) => $$"""
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Header { {{fields}} }

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Around { public Open Inner { get; set; } = new(); }

        [BinaryVariants<byte>]
        [Variant(1, typeof(Open))]
        public abstract partial class Body;

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Open : Body
        {
            public byte Kind { get; set; }
            [Rest] public byte[] Data { get; set; } = [];
        }
        """;
}
