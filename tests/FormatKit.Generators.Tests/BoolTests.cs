using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(2, ByteOrder.LittleEndian)]
internal partial struct Truths
{
    public partial bool First { readonly get; set; }
    public partial bool Second { readonly get; set; }
}

public sealed class BoolTests
{
    [Fact]
    public void Truths_are_written_as_one_and_zero()
    {
        var value = Truths.View([0, 7]);

        (value.First, value.Second) = (true, false);

        SameBytes([1, 0], Layout.BytesOf(in value));
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void Whatever_is_not_zero_is_true_and_reported()
    {
        ref readonly var value = ref Truths.View([0, 0x80]);

        Assert.Equal((false, true), (value.First, value.Second));
        Assert.Equal(
            "FKV011: Truths.Second at byte 1: found true (128), expected 0 or 1",
            Assert.Single(Layout.Validate(in value)).ToString());
    }

    [Fact]
    public void The_byte_itself_can_be_read_and_edited()
    {
        var value = default(Truths);

        value.EditSecondBytes()[0] = 0xFF;

        Assert.Equal(0xFF, value.SecondBytes[0]);
        Assert.Equal("Truths { First = false, Second = true (255) }", value.ToString());
    }

    [Fact]
    public void The_name_of_the_byte_must_be_free() => DiagnoseField("FK0011", """
        public partial bool Value { readonly get; set; }
        public const int ⟦ValueBytes⟧ = 4;
        """, size: 1);

    [Fact]
    public void A_truth_has_no_byte_order() => DiagnoseField(
        "FK0014", "[⟦Endian(ByteOrder.BigEndian)⟧] public partial bool Value { readonly get; set; }", size: 1);
}
