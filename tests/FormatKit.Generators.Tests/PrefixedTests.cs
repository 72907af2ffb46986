using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Prefixes
{
    [Prefixed(1)] public byte[] Bytes { get; set; } = [];
    [Prefixed(3), Encoded(TextEncoding.Ascii)] public string Text { get; set; } = "";
    [Prefixed(2), Endian(ByteOrder.LittleEndian)] public int[] Numbers { get; set; } = [];
    [Prefixed(2, InBytes = true)] public uint[] Sized { get; set; } = [];
    [Prefixed(4)] public Named Inner { get; set; } = new();
    [Prefixed(1)] public ReadOnlyMemory<byte> Memory { get; set; }
}

public sealed class PrefixedTests
{
    private static readonly byte[] Whole =
    [
        2, 7, 8,                        // Bytes
        0, 0, 1, (byte)'x',             // Text
        1, 0, 0xFE, 0xFF, 0xFF, 0xFF,   // Numbers: one, in little endian like its count
        0, 4, 0, 0, 1, 0,               // Sized
        0, 0, 0, 2, 1, (byte)'n',       // Inner
        1, 9,                           // Memory
    ];

    [Fact]
    public void A_number_before_it_says_how_much_there_is()
    {
        var value = Prefixes.Read(Whole);

        SameBytes([7, 8], value.Bytes);
        SameBytes([9], value.Memory.Span);
        Assert.Equal(("x", "n"), (value.Text, value.Inner.Name));
        Assert.Equal([-2], value.Numbers);
        Assert.Equal([256u], value.Sized);
    }

    [Fact]
    public void The_number_is_computed_on_writing()
    {
        var value = new Prefixes
        {
            Bytes = [7, 8],
            Text = "x",
            Numbers = [-2],
            Sized = [256],
            Inner = new() { Name = "n" },
            Memory = new byte[] { 9 },
        };

        SameBytes(Whole, value.ToBytes());
    }

    [Fact]
    public void Bytes_that_are_no_whole_element_are_left_over()
    {
        byte[] bytes = [.. Whole];
        bytes[14] = 5;

        Assert.Equal(ViolationKind.LeftOver, Records.Parse<Prefixes>(bytes).Violations[0].Kind);
    }

    [Fact]
    public void More_than_the_number_can_hold_is_not_written() =>
        Assert.Throws<ArgumentException>(() => new Prefixes { Bytes = new byte[256] }.ToBytes());
}
