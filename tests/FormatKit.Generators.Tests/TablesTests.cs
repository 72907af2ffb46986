using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Generators.Tests;

public sealed class TablesTests
{
    private enum Small : short
    {
        Low = -2,
    }

    [Fact]
    public void A_big_endian_table_is_decoded() =>
        Assert.Equal(
            [0x01020304u, 0xFFFEFDFCu],
            Tables.Decode<uint>([1, 2, 3, 4, 0xFF, 0xFE, 0xFD, 0xFC], ByteOrder.BigEndian));

    [Fact]
    public void A_little_endian_table_is_decoded() =>
        Assert.Equal(
            [0x04030201u, 0xFCFDFEFFu],
            Tables.Decode<uint>([1, 2, 3, 4, 0xFF, 0xFE, 0xFD, 0xFC], ByteOrder.LittleEndian));

    [Fact]
    public void Signed_integers_and_enums_are_elements_too()
    {
        byte[] bytes = [0xFF, 0xFE, 0x00, 0x01];

        Assert.Equal([(short)-2, (short)1], Tables.Decode<short>(bytes, ByteOrder.BigEndian));
        Assert.Equal([Small.Low, (Small)1], Tables.Decode<Small>(bytes, ByteOrder.BigEndian));
    }

    [Fact]
    public void A_table_is_encoded_into_the_first_bytes()
    {
        var bytes = new byte[6];

        Tables.Encode<ushort>([0x0102, 0x0304], bytes, ByteOrder.BigEndian);

        Assert.Equal([1, 2, 3, 4, 0, 0], bytes);
    }

    [Fact]
    public void Every_width_equals_its_plain_twin_at_every_length_and_start()
    {
        ExpectPlain<byte>();
        ExpectPlain<sbyte>();
        ExpectPlain<ushort>();
        ExpectPlain<short>();
        ExpectPlain<uint>();
        ExpectPlain<int>();
        ExpectPlain<ulong>();
        ExpectPlain<long>();
        ExpectPlain<UInt128>();
        ExpectPlain<Int128>();
    }

    [Fact]
    public void What_is_encoded_is_decoded_the_same() =>
        Prop.ForAll<ulong[], bool>((values, isBig) =>
        {
            var order = isBig ? ByteOrder.BigEndian : ByteOrder.LittleEndian;
            var bytes = new byte[values.Length * sizeof(ulong)];
            Tables.Encode<ulong>(values, bytes, order);
            return values.AsSpan().SequenceEqual(Tables.Decode<ulong>(bytes, order));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_is_decoded_where_it_stands()
    {
        uint[] table = [0x01000000, 0x02000000, 0x03000000];

        Tables.Decode(MemoryMarshal.AsBytes(table.AsSpan()), table, Foreign);

        Assert.Equal([1u, 2u, 3u], table);
    }

    [Fact]
    public void A_table_is_reversed_where_it_stands()
    {
        byte[] bytes = [9, 1, 2, 3, 4, 9];

        Tables.Reverse<ushort>(bytes.AsSpan(1, 4));

        Assert.Equal([9, 2, 1, 4, 3, 9], bytes);
    }

    [Theory]
    [InlineData(ByteOrder.BigEndian)]
    [InlineData(ByteOrder.LittleEndian)]
    public void Memory_that_overlaps_from_another_byte_on_is_refused(ByteOrder order)
    {
        var table = new uint[4];

        Assert.Throws<ArgumentException>(
            () => Tables.Decode(MemoryMarshal.AsBytes(table.AsSpan(1)), table.AsSpan(), order));
        Assert.Throws<ArgumentException>(
            () => Tables.Encode<uint>(table.AsSpan(0, 3), MemoryMarshal.AsBytes(table.AsSpan())[2..], order));
    }

    [Fact]
    public void Bytes_that_end_within_an_element_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Tables.Decode<uint>(new byte[7], ByteOrder.BigEndian));
        Assert.Throws<ArgumentException>(() => Tables.Reverse<ulong>(new byte[7]));
    }

    [Fact]
    public void Too_little_room_is_refused_and_nothing_is_written()
    {
        var room = new byte[7];

        Assert.Throws<ArgumentException>(() => Tables.Encode<uint>([~0u, ~0u], room, ByteOrder.BigEndian));

        Assert.All(room, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Elements_that_are_no_integers_are_refused()
    {
        Assert.Throws<NotSupportedException>(() => Tables.Decode<Guid>(new byte[16], ByteOrder.BigEndian));
        Assert.Throws<NotSupportedException>(() => Tables.Decode<double>(new byte[8], ByteOrder.BigEndian));
        Assert.Throws<NotSupportedException>(() => Tables.Decode<bool>(new byte[1], ByteOrder.BigEndian));
    }

    [Fact]
    public void Layouts_in_a_table_are_edited_where_they_stand()
    {
        var bytes = new byte[21];

        Layout.EditMany<Inner>(bytes)[1].Mark = 0x0102;

        Assert.Equal(0x0102, Layout.ViewMany<Inner>(bytes)[1].Mark);
        Assert.Equal(bytes.Length / Layout.SizeOf<Inner>(), Layout.EditMany<Inner>(bytes).Length);
        Assert.Equal(1, bytes[Layout.SizeOf<Inner>()]);
    }

    private static ByteOrder Foreign => BitConverter.IsLittleEndian ? ByteOrder.BigEndian : ByteOrder.LittleEndian;

    private static void ExpectPlain<T>()
        where T : unmanaged
    {
        var width = Marshal.SizeOf<T>();
        var buffer = new byte[(70 * width) + 3];
        new Random(width).NextBytes(buffer);
        for (var start = 0; start < 3; start++)
        {
            for (var count = 0; count <= 70; count++)
            {
                var bytes = buffer.AsSpan(start, count * width);
                foreach (var order in Enum.GetValues<ByteOrder>())
                {
                    var expected = Plain<T>(bytes, order);
                    var written = new byte[bytes.Length + 5];
                    Tables.Encode<T>(expected, written.AsSpan(start), order);

                    Assert.Equal(expected, Tables.Decode<T>(bytes, order));
                    Assert.True(written.AsSpan(start, bytes.Length).SequenceEqual(bytes));
                }
            }
        }
    }

    /// <summary>A table decoded a byte at a time.</summary>
    private static T[] Plain<T>(ReadOnlySpan<byte> bytes, ByteOrder order)
        where T : unmanaged
    {
        var width = Marshal.SizeOf<T>();
        var values = new T[bytes.Length / width];
        var native = MemoryMarshal.AsBytes(values.AsSpan());
        for (var index = 0; index < bytes.Length; index++)
        {
            var within = index % width;
            native[index] = bytes[index - within + (order == Foreign ? width - 1 - within : within)];
        }

        return values;
    }
}
