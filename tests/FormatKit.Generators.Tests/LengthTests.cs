using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial class Measured
{
    public byte TextLength { get; private set; }
    public ushort ItemsLength { get; private set; }
    public ushort Total { get; private set; }
    [Length(nameof(TextLength)), Encoded(TextEncoding.Utf16LittleEndian)] public string Text { get; set; } = "";
    [Length(nameof(ItemsLength), Plus = 4)] public Named[] Items { get; set; } = [];
    [Length(nameof(Total))] public Named Last { get; set; } = new();
}

public sealed class LengthTests
{
    private static readonly byte[] Whole =
    [
        2,                                     // TextLength
        9, 0,                                  // ItemsLength: five bytes and four more
        3, 0,                                  // Total
        0xE9, 0,                               // Text: é
        1, (byte)'a', 2, (byte)'b', (byte)'c', // Items
        2, (byte)'d', (byte)'e',               // Last
    ];

    [Fact]
    public void As_many_elements_are_read_as_fit()
    {
        var value = Measured.Read(Whole);

        Assert.Equal(("é", "de"), (value.Text, value.Last.Name));
        Assert.Equal(["a", "bc"], value.Items.Select(item => item.Name));
    }

    [Fact]
    public void Lengths_are_computed_on_writing()
    {
        var value = new Measured
        {
            Text = "é",
            Items = [new() { Name = "a" }, new() { Name = "bc" }],
            Last = new() { Name = "de" },
        };

        SameBytes(Whole, value.ToBytes());
    }

    [Fact]
    public void What_a_record_leaves_of_its_length_is_a_violation_and_read_over()
    {
        var parse = Records.Parse<Measured>([0, 4, 0, 3, 0, /* Last */ 1, (byte)'x', 9, /* after it */ 7]);

        var violation = Assert.Single(parse.Violations);
        Assert.Equal("FKV025: Measured.Last at byte 7: found 1 byte, expected nothing left over", violation.ToString());
        Assert.Equal((RecordStatus.Complete, 8), (parse.Status, parse.Consumed));
    }

    [Fact]
    public void An_element_that_its_length_cuts_off_is_named()
    {
        var parse = Records.Parse<Measured>([0, 8, 0, 0, 0, 1, (byte)'a', 5, (byte)'b', (byte)'c', 0, 0, 0]);

        var violation = Assert.Single(parse.Violations);
        Assert.Equal(
            "FKV020: Measured.Items[1].Name at byte 8: found 1 byte left, expected 5 bytes", violation.ToString());
    }
}
