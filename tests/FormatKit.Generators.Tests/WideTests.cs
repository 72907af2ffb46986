using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(32, ByteOrder.BigEndian)]
internal partial struct Wides
{
    public partial UInt128 Big { readonly get; set; }
    [Endian(ByteOrder.LittleEndian)] public partial Int128 Little { readonly get; set; }
}

public sealed class WideTests
{
    private static readonly byte[] Bytes =
    [
        0xF0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,                                         // Big
        0xFE, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, // Little: -2
    ];

    [Fact]
    public void Integers_of_sixteen_bytes_are_read_in_either_order()
    {
        ref readonly var value = ref Wides.View(Bytes);

        Assert.Equal(new UInt128(0xF001020304050607, 0x08090A0B0C0D0E0F), value.Big);
        Assert.Equal(-2, value.Little);
    }

    [Fact]
    public void Integers_of_sixteen_bytes_are_written_in_either_order()
    {
        var value = new Wides { Big = new UInt128(0xF001020304050607, 0x08090A0B0C0D0E0F), Little = -2 };

        SameBytes(Bytes, Layout.BytesOf(in value));
    }

    [Fact]
    public void In_words_they_are_decimal() => Assert.Equal(
        "Wides { Big = 18446744073709551616, Little = -1 }",
        new Wides { Big = (UInt128)1 << 64, Little = -1 }.ToString());

    [Theory]
    [InlineData("Constant(1)")]
    [InlineData("Magic(1)")]
    [InlineData("NullValue(1)")]
    [InlineData("Position(Unit.Bytes)")]
    [InlineData("Measure(Unit.Bytes)")]
    [InlineData("Width(9)")]
    public void Directives_about_numbers_of_64_bits_do_not_apply(string directive) => DiagnoseField(
        "FK0014", $$"""[⟦{{directive}}⟧] public partial UInt128 Value { readonly get; set; }""", size: 16);
}
