using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(3, ByteOrder.BigEndian)]
internal partial struct Choices
{
    [OneOf(512, 4096)] public partial ushort SectorSize { readonly get; set; }
    [OneOf(0, 127)] public partial sbyte Signed { readonly get; set; }
}

public sealed class OneOfTests
{
    [Theory]
    [InlineData(512, 0)]
    [InlineData(4096, 127)]
    public void Each_value_is_legal(ushort size, sbyte signed) =>
        Assert.Empty(Layout.Validate(new Choices { SectorSize = size, Signed = signed }));

    [Fact]
    public void Another_value_is_reported() => Assert.Equal(
        [
            "FKV007: Choices.SectorSize at byte 0: found 513, expected one of 512, 4096",
            "FKV007: Choices.Signed at byte 2: found -1, expected one of 0, 127",
        ],
        Layout.Validate(new Choices { SectorSize = 513, Signed = -1 }).Select(violation => violation.ToString()));

    [Fact]
    public void The_values_stand_in_the_table() =>
        Assert.Equal([512UL, 4096UL], Layout.InfoOf<Choices>().Fields[0].OneOf);

    [Theory]
    [InlineData("OneOf")]
    [InlineData("OneOf()")]
    [InlineData("OneOf(null!)")]
    public void None_at_all_is_refused(string directive) => DiagnoseField(
        "FK0051", $"[⟦{directive}⟧] public partial uint Value {{ readonly get; set; }}");

    [Fact]
    public void A_value_that_does_not_fit_is_refused_where_it_stands() => DiagnoseField(
        "FK0020", "[OneOf(1, ⟦256⟧)] public partial byte Value { readonly get; set; }", size: 1);

    [Fact]
    public void Only_a_number_is_one_of_some() => DiagnoseField(
        "FK0014", "[⟦OneOf(1)⟧] public partial FourCC Value { readonly get; set; }");
}
