using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryLayout(4, ByteOrder.LittleEndian)]
internal partial struct Coded
{
    public partial FourCC Code { readonly get; set; }
}

public sealed class FourCCTests
{
    [Fact]
    public void The_characters_stand_in_disk_order_whatever_the_byte_order()
    {
        var value = new Coded { Code = FourCC.Of("win ") };

        SameBytes("win "u8, Layout.BytesOf(in value));
        Assert.Equal("Coded { Code = \"win \" }", value.ToString());
    }
}
