using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(12, ByteOrder.LittleEndian)]
internal partial struct Powers
{
    [PowerOfTwo] public partial ulong Any { readonly get; set; }
    [PowerOfTwo, Range(8, 64), Measure(Unit.Sectors)] public partial uint Grain { readonly get; set; }
}

public sealed class PowerOfTwoTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(1UL << 63)]
    public void A_power_of_two_is_legal(ulong value) =>
        Assert.Empty(Layout.Validate(new Powers { Any = value, Grain = 8 }));

    [Theory]
    [InlineData(0UL)]
    [InlineData(3UL)]
    [InlineData(ulong.MaxValue)]
    public void Another_number_is_reported(ulong value) => Assert.Equal(
        $"FKV006: Powers.Any at byte 0: found {value}, expected a power of two",
        Assert.Single(Layout.Validate(new Powers { Any = value, Grain = 8 })).ToString());

    [Fact]
    public void It_and_a_range_are_two_rules() => Assert.Equal(
        [
            "FKV005: Powers.Grain at byte 8: found 65 sectors (32.5 KiB), "
                + "expected 8 sectors (4 KiB) to 64 sectors (32 KiB)",
            "FKV006: Powers.Grain at byte 8: found 65 sectors (32.5 KiB), expected a power of two",
        ],
        Layout.Validate(new Powers { Any = 1, Grain = 65 }).Select(violation => violation.ToString()));

    [Fact]
    public void It_stands_in_the_table() => Assert.True(Layout.InfoOf<Powers>().Fields[0].IsPowerOfTwo);

    [Fact]
    public void A_range_without_one_is_refused() => Assert.Contains(
        "5 to 7 has no power of two",
        DiagnoseField("FK0051", "[Range(5, 7), ⟦PowerOfTwo⟧] public partial uint Value { readonly get; set; }"),
        StringComparison.Ordinal);

    [Fact]
    public void A_signed_integer_is_refused() => DiagnoseField(
        "FK0014", "[⟦PowerOfTwo⟧] public partial int Value { readonly get; set; }");
}
