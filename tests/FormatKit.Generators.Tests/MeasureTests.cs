using FormatKit.Generators.Tests.Declarations;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class MeasureTests
{
    [Fact]
    public void A_measure_and_its_unit_stand_in_the_table()
    {
        var size = Layout.InfoOf<VhdFooter>().Fields.Single(field => field.Name == "CurrentSize");

        Assert.Equal((FieldRole.Measure, Unit.Bytes), (size.Role, size.Unit));
    }

    [Fact]
    public void A_field_is_not_both_position_and_measure() => DiagnoseField(
        "FK0015",
        "[Position(Unit.Bytes), ⟦Measure(Unit.Bytes)⟧] public partial uint Value { readonly get; set; }");

    [Fact]
    public void Only_an_unsigned_integer_is_a_measure() => DiagnoseField(
        "FK0014", "[⟦Measure(Unit.Bytes)⟧] public partial int Value { readonly get; set; }");

    [Fact]
    public void A_measure_in_bytes_follows_its_unit() => Assert.Equal(
        (512UL * 7, 7UL), (new Piece { Size = 7 }.SizeBytes, new VhdFooter { CurrentSize = 7 }.CurrentSizeBytes));
}
