using FormatKit.Generators.Tests.Declarations;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class OffsetsTests
{
    [Fact]
    public void Where_a_field_starts_is_a_constant()
    {
        const int checksum = VhdFooter.Offsets.Checksum;

        Assert.Equal((64, 0), (checksum, VhdFooter.Offsets.Cookie));
    }

    [Fact]
    public void Every_field_has_one() => Assert.All(
        Layout.InfoOf<VhdFooter>().Fields,
        field => Assert.Equal(
            field.Offset, typeof(VhdFooter.Offsets).GetField(field.Name)!.GetRawConstantValue()));

    [Fact]
    public void The_name_is_taken() => DiagnoseField(
        "FK0011", "public partial uint ⟦Offsets⟧ { readonly get; set; }");

    [Fact]
    public void A_struct_cannot_have_it_either() => Diagnose("FK0011", """
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct ⟦Offsets⟧ { public partial uint Value { readonly get; set; } }
        """);
}
