using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class PositionTests
{
    [Fact]
    public void A_position_and_its_unit_stand_in_the_table()
    {
        var next = Layout.InfoOf<Pointers>().Fields[0];

        Assert.Equal((FieldRole.Position, Unit.Sectors, 0xFFFFFFFF), (next.Role, next.Unit, next.NullValue!.Value));
    }

    [Fact]
    public void A_constant_may_be_a_position()
    {
        var table = Layout.InfoOf<Constants>().Fields[3];

        Assert.Equal((FieldRole.Constant, Unit.Bytes), (table.Role, table.Unit));
    }

    [Theory]
    [InlineData("[⟦Position(Unit.Bytes)⟧] public partial FourCC Value { readonly get; set; }")]
    [InlineData("[⟦Position(Unit.Bytes)⟧] public partial int Value { readonly get; set; }")]
    public void Only_an_unsigned_integer_is_a_position(string field) => DiagnoseField("FK0014", field);

    [Fact]
    public void A_unit_without_a_name_is_refused() => DiagnoseField(
        "FK0026", "[Position(⟦(Unit)99⟧)] public partial uint Value { readonly get; set; }");
}
