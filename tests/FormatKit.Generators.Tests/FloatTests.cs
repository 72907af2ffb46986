using System.Buffers.Binary;
using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(24, ByteOrder.BigEndian)]
internal partial struct Floats
{
    public partial float Single { readonly get; set; }
    [Endian(ByteOrder.LittleEndian)] public partial float LittleSingle { readonly get; set; }
    public partial double Double { readonly get; set; }
    [Endian(ByteOrder.LittleEndian)] public partial double LittleDouble { readonly get; set; }
}

public sealed class FloatTests
{
    [Fact]
    public void Numbers_are_ieee_754_in_either_order()
    {
        var value = new Floats { Single = 1.5f, LittleSingle = -2, Double = 1.5, LittleDouble = -2 };

        SameBytes([
            0x3F, 0xC0, 0, 0,             // Single
            0, 0, 0, 0xC0,                // LittleSingle
            0x3F, 0xF8, 0, 0, 0, 0, 0, 0, // Double
            0, 0, 0, 0, 0, 0, 0, 0xC0,    // LittleDouble
        ], Layout.BytesOf(in value));
        Assert.Equal((1.5f, -2f, 1.5, -2.0), (value.Single, value.LittleSingle, value.Double, value.LittleDouble));
    }

    // A signalling NaN with a payload, a quiet negative one, both zeros.
    [Theory]
    [InlineData(0x7F812345, 0x7FF0123456789ABC)]
    [InlineData(0xFFC54321, 0xFFF8CBA987654321)]
    [InlineData(0x80000000, 0x8000000000000000)]
    [InlineData(0, 0)]
    public void Every_bit_pattern_survives_a_read_and_a_write(uint single, ulong wide)
    {
        var bytes = new byte[24];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, single);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), single);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), wide);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), wide);
        ref readonly var value = ref Floats.View(bytes);

        var copy = new Floats
        {
            Single = value.Single,
            LittleSingle = value.LittleSingle,
            Double = value.Double,
            LittleDouble = value.LittleDouble,
        };

        SameBytes(bytes, Layout.BytesOf(in copy));
    }

    [Fact]
    public void Integers_only_are_constants() => DiagnoseField(
        "FK0014", "[⟦Constant(1)⟧] public partial float Value { readonly get; set; }");
}
