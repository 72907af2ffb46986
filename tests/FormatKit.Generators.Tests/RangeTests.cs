using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Tide : short
{
    Low = -2,
    High = 2,
}

[BinaryLayout(25, ByteOrder.BigEndian)]
internal partial struct Ranges
{
    [Range(3, 5)] public partial byte Small { readonly get; set; }
    [Range(-2, 7)] public partial int Signed { readonly get; set; }
    [Range(long.MinValue, -1)] public partial long Negative { readonly get; set; }
    [Range(0x8000_0000_0000_0000, ulong.MaxValue)] public partial ulong High { readonly get; set; }
    [Range(-2, 2)] public partial Tide Tide { readonly get; set; }
    [Range(0, 9)] public partial ushort AtMost { readonly get; set; }
}

public sealed class RangeTests
{
    private static Ranges Valid() => new() { Small = 3, Negative = -1, High = 1UL << 63 };

    [Fact]
    public void The_limits_are_legal()
    {
        var low = Valid() with { Signed = -2, Negative = long.MinValue, Tide = Tide.Low };
        var high = Valid() with { Small = 5, Signed = 7, High = ulong.MaxValue, Tide = Tide.High, AtMost = 9 };

        Assert.Empty(Layout.Validate(low));
        Assert.Empty(Layout.Validate(high));
    }

    [Fact]
    public void What_lies_beyond_them_is_reported()
    {
        var value = new Ranges
        {
            Small = 2, Signed = -3, Negative = 0, High = (1UL << 63) - 1, Tide = (Tide)(-3), AtMost = 10,
        };

        Assert.Equal([
            "FKV005: Ranges.Small at byte 0: found 2, expected 3 to 5",
            "FKV005: Ranges.Signed at byte 1: found -3, expected -2 to 7",
            "FKV005: Ranges.Negative at byte 5: found 0, expected -9223372036854775808 to -1",
            "FKV005: Ranges.High at byte 13: found 9223372036854775807, expected at least 9223372036854775808",
            "FKV005: Ranges.Tide at byte 21: found 65533 (unknown), expected Low (65534) to High (2)",
            "FKV005: Ranges.AtMost at byte 23: found 10, expected at most 9",
        ], Layout.Validate(value).Select(violation => violation.ToString()));
    }

    [Fact]
    public void The_limits_stand_in_the_table_extended_by_their_sign()
    {
        var field = Layout.InfoOf<Ranges>().Fields[1];

        Assert.Equal((unchecked((ulong)-2L), 7UL), (field.Minimum!.Value, field.Maximum!.Value));
    }

    [Theory]
    [InlineData("[Range(⟦-1⟧, 5)] public partial byte Value { readonly get; set; }")]
    [InlineData("[Range(0, ⟦256⟧)] public partial byte Value { readonly get; set; }")]
    [InlineData("[Range(0, ⟦128⟧)] public partial sbyte Value { readonly get; set; }")]
    [InlineData("[Range(⟦-129⟧, 0)] public partial sbyte Value { readonly get; set; }")]
    public void A_range_that_goes_beyond_the_field_is_refused(string field) => DiagnoseField("FK0050", field, size: 1);

    [Fact]
    public void The_message_says_what_the_field_holds() => Assert.Equal(
        "The range 0 to 300 goes beyond 'Value', which holds 0 to 255",
        DiagnoseField("FK0050", "[Range(0, ⟦300⟧)] public partial byte Value { readonly get; set; }", size: 1));

    [Fact]
    public void A_range_the_wrong_way_round_is_refused() => DiagnoseField(
        "FK0051", "[Range(⟦5⟧, 3)] public partial uint Value { readonly get; set; }");

    [Theory]
    [InlineData("[⟦Range(1, 2)⟧] public partial FourCC Value { readonly get; set; }")]
    [InlineData("[⟦Range(1, 2)⟧, Bytes(4)] public readonly partial ReadOnlySpan<byte> Value { get; }")]
    public void Only_a_number_has_a_range(string field) => DiagnoseField("FK0014", field);

    [Theory]
    [InlineData("Constant(1)")]
    [InlineData("Magic(1)")]
    [InlineData("Checksum<OnesComplementByteSum32>")]
    [InlineData("OneOf(1, 2)")]
    public void One_legal_value_and_a_range_contradict(string directive) => DiagnoseField(
        "FK0015", $"[{directive}, ⟦Range(1, 2)⟧] public partial uint Value {{ readonly get; set; }}");
}
