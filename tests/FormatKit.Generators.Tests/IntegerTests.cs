using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(30, ByteOrder.BigEndian)]
internal partial struct Integers
{
    [Offset(0)] public partial byte U8 { readonly get; set; }
    [Offset(1)] public partial sbyte I8 { readonly get; set; }
    [Offset(2)] public partial ushort U16 { readonly get; set; }
    [Offset(4)] public partial short I16 { readonly get; set; }
    [Offset(6)] public partial uint U32 { readonly get; set; }
    [Offset(10)] public partial int I32 { readonly get; set; }
    [Offset(14)] public partial ulong U64 { readonly get; set; }
    [Offset(22)] public partial long I64 { readonly get; set; }
}

public sealed class IntegerTests
{
    private static readonly byte[] Bytes =
    [
        0xF1,                                           // U8
        0xF1,                                           // I8
        0xF1, 0x02,                                     // U16
        0xF1, 0x02,                                     // I16
        0xF1, 0x02, 0x03, 0x04,                         // U32
        0xF1, 0x02, 0x03, 0x04,                         // I32
        0xF1, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, // U64
        0xF1, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, // I64
    ];

    [Fact]
    public void Integers_of_every_width_are_read()
    {
        ref readonly var read = ref Integers.View(Bytes);

        Assert.Equal((0xF1, (sbyte)-15), (read.U8, read.I8));
        Assert.Equal((0xF102, unchecked((short)0xF102)), (read.U16, read.I16));
        Assert.Equal((0xF1020304, unchecked((int)0xF1020304)), (read.U32, read.I32));
        Assert.Equal((0xF102030405060708, unchecked((long)0xF102030405060708)), (read.U64, read.I64));
    }

    [Fact]
    public void Integers_of_every_width_are_written()
    {
        var written = new Integers
        {
            U8 = 0xF1,
            I8 = -15,
            U16 = 0xF102,
            I16 = unchecked((short)0xF102),
            U32 = 0xF1020304,
            I32 = unchecked((int)0xF1020304),
            U64 = 0xF102030405060708,
            I64 = unchecked((long)0xF102030405060708),
        };

        SameBytes(Bytes, Layout.BytesOf(in written));
    }

    [Theory]
    [InlineData("char")]
    [InlineData("Half")]
    [InlineData("nuint")]
    [InlineData("decimal")]
    [InlineData("uint?")]
    [InlineData("string?")]
    [InlineData("byte[]")]
    [InlineData("TimeSpan")]
    [InlineData("(byte, byte)")]
    [InlineData("Span<byte>", "readonly ", "get;")]
    public void A_type_that_is_not_bytes_is_refused(
        string type, string modifier = "", string accessors = "readonly get; set;") =>
        DiagnoseField("FK0012", $$"""public {{modifier}}partial ⟦{{type}}⟧ Value { {{accessors}} }""");
}
