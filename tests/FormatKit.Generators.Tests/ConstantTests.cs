using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Kind : ushort
{
    One = 1,
    Two = 2,
}

[BinaryLayout(12, ByteOrder.BigEndian)]
internal partial struct Constants
{
    [Constant(0x00010000)] public partial uint Version { readonly get; set; }
    [Constant(2)] public partial Kind Kind { readonly get; set; }
    [Constant(5)] public partial short Signed { readonly get; set; }
    [Constant(512), Position(Unit.Bytes)] public partial uint Table { readonly get; set; }
}

public sealed class ConstantTests
{
    [Fact]
    public void Sealing_writes_constants()
    {
        var value = default(Constants);

        value.Seal();

        SameBytes([
            0, 1, 0, 0, // Version
            0, 2,       // Kind
            0, 5,       // Signed
            0, 0, 2, 0, // Table
        ], Layout.BytesOf(in value));
    }

    [Fact]
    public void Another_value_is_reported()
    {
        var value = default(Constants);
        value.Seal();
        (value.Kind, value.Signed) = (Kind.One, -1);

        var violations = Layout.Validate(in value).Select(violation => violation.ToString());

        Assert.Equal([
            "FKV002: Constants.Kind at byte 4: found One (1), expected Two (2)",
            "FKV002: Constants.Signed at byte 6: found -1, expected 5",
        ], violations);
    }

    [Theory]
    [InlineData("[Constant(⟦256⟧)] public partial byte Value { readonly get; set; }")]
    [InlineData("[Constant(⟦0x80⟧)] public partial sbyte Value { readonly get; set; }")]
    public void A_value_that_does_not_fit_is_refused(string field) => DiagnoseField("FK0020", field, size: 1);

    [Fact]
    public void A_constant_is_a_number() => DiagnoseField(
        "FK0014", "[⟦Constant(1)⟧] public partial FourCC Value { readonly get; set; }");
}
