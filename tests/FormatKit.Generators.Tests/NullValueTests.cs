using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(8, ByteOrder.BigEndian)]
internal partial struct Pointers
{
    [NullValue(uint.MaxValue), Position(Unit.Sectors)] public partial uint Next { readonly get; set; }
    [NullValue(0)] public partial uint Previous { readonly get; set; }
}

public sealed class NullValueTests
{
    [Fact]
    public void The_null_value_reads_as_null()
    {
        var value = Pointers.Read([
            0xFF, 0xFF, 0xFF, 0xFF, // Next: none
            0, 0, 0, 9,             // Previous
        ]);

        Assert.Null(value.NextOrNull);
        Assert.Equal(9u, value.PreviousOrNull);
    }

    [Fact]
    public void The_null_value_is_a_constant()
    {
        const uint none = Pointers.NextNull;

        Assert.Equal((uint.MaxValue, 0u), (none, Pointers.PreviousNull));
    }

    [Fact]
    public void A_value_that_does_not_fit_is_refused() => DiagnoseField(
        "FK0020", "[NullValue(⟦ulong.MaxValue⟧)] public partial uint Value { readonly get; set; }");

    [Fact]
    public void A_signed_integer_is_refused() => DiagnoseField(
        "FK0014", "[⟦NullValue(0)⟧] public partial int Value { readonly get; set; }");

    [Theory]
    [InlineData("ValueNull")]
    [InlineData("ValueOrNull")]
    public void The_names_it_gives_must_be_free(string name) => DiagnoseField("FK0011", $$"""
        [NullValue(0)] public partial uint Value { readonly get; set; }
        public static uint ⟦{{name}}⟧() => 0;
        """);
}
