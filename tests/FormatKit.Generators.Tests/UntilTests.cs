using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.BigEndian, Align = 8)]
internal sealed partial class Extension
{
    public uint Type { get; set; }
    public uint Length { get; private set; }
    [Length(nameof(Length))] public byte[] Data { get; set; } = [];
}

/// <summary>As the header extensions of QCOW2: each filled up to eight bytes, the last one of type 0.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Extensions
{
    [Until(nameof(Extension.Type), 0, Max = 3)] public Extension[] Items { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class BoundedExtensions
{
    [Until(nameof(Extension.Type), 0), Prefixed(2, InBytes = true)] public Extension[] Items { get; set; } = [];
}

/// <summary>The last one has no bytes.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Stretch
{
    public byte Length { get; private set; }
    [Length(nameof(Length), Plus = 1)] public byte[] Data { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Stretches
{
    [Until(nameof(Stretch.Length), 1)] public Stretch[] Items { get; set; } = [];
}

/// <summary>The last one is told by its tag.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Message
{
    public FourCC Type { get; private set; }
    [TaggedBy(nameof(Type))] public MessageBody Body { get; set; } = new MessageEnd();
}

[BinaryVariants<FourCC>]
[Variant("TEXT", typeof(MessageText))]
[Variant("STOP", typeof(MessageEnd))]
internal abstract partial class MessageBody;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class MessageText : MessageBody
{
    public byte Letter { get; set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class MessageEnd : MessageBody;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Messages
{
    [Until(nameof(Message.Type), "STOP")] public Message[] Items { get; set; } = [];
}

public sealed class UntilTests
{
    private static readonly byte[] One =
    [
        0, 0, 0, 7, 0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 0, 0, // type, length, data, padding
    ];

    private static readonly byte[] End = [0, 0, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void The_array_ends_with_the_element_that_has_the_value()
    {
        Assert.True(Extensions.TryRead([.. One, .. End, 9, 9], out var value, out var consumed));

        Assert.Equal([7u, 0u], value.Items.Select(item => item.Type));
        Assert.Equal(24, consumed);
    }

    [Fact]
    public void The_elements_are_written_with_their_padding()
    {
        var value = new Extensions { Items = [new() { Type = 7, Data = [1, 2, 3] }, new()] };

        SameBytes([.. One, .. End], value.ToBytes());
    }

    [Fact]
    public void Padding_that_is_not_zero_is_a_violation()
    {
        byte[] bytes = [.. One, .. End];
        bytes[13] = 5;

        Assert.Equal(
            "FKV010: Extensions.Items[0].Data at byte 13: found 0x05, expected zeros",
            Assert.Single(Records.Parse<Extensions>(bytes).Violations).ToString());
    }

    [Fact]
    public void An_array_without_its_end_has_a_limit()
    {
        var parse = Records.Parse<Extensions>([.. One, .. One, .. One, .. End]);

        Assert.Equal(
            "FKV021: Extensions.Items at byte 48: found 4, expected at most 3",
            Assert.Single(parse.Violations).ToString());
    }

    [Fact]
    public void Without_its_end_it_is_not_written()
    {
        var value = new Extensions { Items = [new() { Type = 7 }] };

        var error = Assert.Throws<ArgumentException>(() => value.ToBytes());
        Assert.Equal("Extensions.Items must end with an element whose Type is 0.", error.Message);
    }

    [Fact]
    public void With_an_end_in_its_midst_it_is_not_written()
    {
        var value = new Extensions { Items = [new(), new()] };

        var error = Assert.Throws<ArgumentException>(() => value.ToBytes());
        Assert.Equal("Extensions.Items has at 0 an element that ends it before its last one.", error.Message);
    }

    [Fact]
    public void The_end_may_be_told_by_a_tag_that_is_computed()
    {
        var value = new Messages { Items = [new() { Body = new MessageText { Letter = 65 } }, new()] };

        SameBytes([.. "TEXT"u8, 65, .. "STOP"u8], value.ToBytes());
    }

    [Fact]
    public void The_end_may_be_told_by_a_length_that_is_computed()
    {
        var value = new Stretches { Items = [new() { Data = [7, 8] }, new()] };

        SameBytes([3, 7, 8, 1], value.ToBytes());
    }

    [Fact]
    public void What_computed_fields_held_before_ends_nothing()
    {
        var read = Messages.Read([.. "TEXT"u8, 65, .. "STOP"u8]);
        read.Items[1].Body = new MessageText { Letter = 66 };

        var error = Assert.Throws<ArgumentException>(() => read.ToBytes());
        Assert.Equal("Messages.Items must end with an element whose Type is \"STOP\".", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_a_length_bounds_it_the_end_may_be_missing(bool hasEnd)
    {
        byte[] bytes = hasEnd ? [0, 24, .. One, .. End] : [0, 16, .. One];

        var value = BoundedExtensions.Read(bytes);

        Assert.Equal(hasEnd ? 2 : 1, value.Items.Length);
        SameBytes(bytes, value.ToBytes());
    }
}
