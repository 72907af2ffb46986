namespace FormatKit.Generators.Tests;

public sealed class EndianSpanTests
{
    // A table of three big endian numbers that starts at an odd byte.
    private static readonly byte[] Disk = [0xAA, 0, 1, 0, 2, 0xFF, 3, 0xAA];

    private static ReadOnlyEndianSpan<ushort> Seen => new(Disk.AsSpan(1, 6), ByteOrder.BigEndian);

    [Fact]
    public void Elements_are_read_in_their_byte_order()
    {
        Assert.Equal(3, Seen.Length);
        Assert.Equal((1, 2, 0xFF03), (Seen[0], Seen[1], Seen[2]));
        Assert.Equal(0x0100, new ReadOnlyEndianSpan<ushort>(Disk.AsSpan(1, 6), ByteOrder.LittleEndian)[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void An_index_outside_is_refused(int index)
    {
        var edited = new byte[6];

        Assert.Throws<ArgumentOutOfRangeException>(() => Seen[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var span = new EndianSpan<ushort>(edited, ByteOrder.BigEndian);
            span[index] = 1;
        });
        Assert.All(edited, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Elements_are_visited_in_order()
    {
        var seen = new List<ushort>();
        foreach (var element in Seen)
        {
            seen.Add(element);
        }

        Assert.Equal([1, 2, 0xFF03], seen);
        Assert.Equal([1, 2, 0xFF03], Seen.ToArray());
    }

    [Fact]
    public void A_slice_is_part_of_the_elements()
    {
        Assert.Equal([2, 0xFF03], Seen[1..].ToArray());
        Assert.Equal([2], Seen.Slice(1, 1).ToArray());
        Assert.Equal(0, Seen[3..].Length);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(4, 0)]
    [InlineData(1, 3)]
    [InlineData(0, -1)]
    [InlineData(0, int.MinValue)]
    [InlineData(1 << 31, 1 << 31)]
    public void A_slice_outside_is_refused(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Seen.Slice(start, length).Length);

    [Fact]
    public void Elements_are_written_in_their_byte_order()
    {
        var bytes = new byte[8];
        var span = new EndianSpan<uint>(bytes, ByteOrder.BigEndian);

        span[1] = 0x01020304;

        Assert.Equal([0, 0, 0, 0, 1, 2, 3, 4], bytes);
        Assert.Equal(0x01020304u, span[1]);
    }

    [Fact]
    public void All_elements_are_written_at_once()
    {
        var bytes = new byte[6];

        new EndianSpan<ushort>(bytes, ByteOrder.BigEndian)[1..].CopyFrom([1, 2]);

        Assert.Equal([0, 0, 0, 1, 0, 2], bytes);
    }

    [Fact]
    public void More_elements_than_there_are_cannot_be_written() =>
        Assert.Throws<ArgumentException>(
            () => new EndianSpan<ushort>(new byte[2], ByteOrder.BigEndian).CopyFrom([1, 2]));

    [Fact]
    public void A_value_is_written_over_every_element()
    {
        var bytes = new byte[6];

        new EndianSpan<ushort>(bytes.AsSpan(1, 4), ByteOrder.LittleEndian).Fill(0x0102);

        Assert.Equal([0, 2, 1, 2, 1, 0], bytes);
    }

    [Fact]
    public void All_elements_are_read_at_once()
    {
        var values = new ushort[4];

        Seen.CopyTo(values);

        Assert.Equal([1, 2, 0xFF03, 0], values);
    }

    [Fact]
    public void Bytes_that_end_within_an_element_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ReadOnlyEndianSpan<uint>(new byte[6], ByteOrder.BigEndian).Length);
        Assert.Throws<ArgumentException>(() => new EndianSpan<uint>(new byte[6], ByteOrder.BigEndian).Length);
    }

    [Fact]
    public void An_element_that_is_no_integer_is_refused() =>
        Assert.Throws<NotSupportedException>(
            () => new ReadOnlyEndianSpan<Guid>(new byte[16], ByteOrder.BigEndian).Length);
}
