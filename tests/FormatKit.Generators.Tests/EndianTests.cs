using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct MixedOrders
{
    [Endian(ByteOrder.LittleEndian)] public partial ushort Little { readonly get; set; }
    public partial ushort Big { readonly get; set; }
}

public sealed class EndianTests
{
    [Fact]
    public void A_field_may_have_an_order_of_its_own()
    {
        var written = new MixedOrders { Little = 0x0102, Big = 0x0102 };

        SameBytes([
            0x02, 0x01, // Little
            0x01, 0x02, // Big
        ], Layout.BytesOf(in written));
        Assert.Equal((0x0102, 0x0102), (written.Little, written.Big));
    }

    [Fact]
    public void What_has_no_byte_order_cannot_be_given_one() => DiagnoseField(
        "FK0014", "[⟦Endian(ByteOrder.LittleEndian)⟧] public partial FourCC Code { readonly get; set; }");
}
