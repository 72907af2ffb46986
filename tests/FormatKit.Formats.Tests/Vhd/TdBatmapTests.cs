using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class TdBatmapTests
{
    [Theory]
    [InlineData(0, 512)]
    [InlineData(1, 512)]
    [InlineData(4096, 512)]
    [InlineData(4097, 1024)]
    [InlineData(1044480, 130560)] // the largest disk, in blocks of 2 MiB
    [InlineData(4194304, 524288)]
    public void A_map_has_a_bit_a_block_in_whole_sectors(long blocks, int expected) =>
        Assert.Equal(expected, TdBatmap.MapLength(blocks));

    [Fact]
    public void There_is_no_map_of_more_blocks_than_a_table_has()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TdBatmap.MapLength(4194305));
        Assert.Throws<ArgumentOutOfRangeException>(() => TdBatmap.MapLength(-1));
    }

    [Theory]
    [InlineData(0, 1024, 512)]
    [InlineData(4096L << 21, 512, 512)]
    [InlineData(4097L << 21, 1024, 512)] // a sector less than the map has
    [InlineData(4103L << 21, 1024, 512)]
    [InlineData((4104L << 21) - 512, 1024, 512)]
    [InlineData(4104L << 21, 1024, 1024)]
    [InlineData(4104L << 21, 512, 512)] // blocks of more than 2 MiB have a map that is shorter than what is summed
    [InlineData(-1L, 1024, 1024)]
    public void The_definer_sums_a_byte_of_the_map_for_every_16_MiB(long currentSize, int mapLength, int expected) =>
        Assert.Equal(expected, TdBatmap.SummedLength((ulong)currentSize, mapLength));

    [Theory]
    [InlineData(0x0001_0002, 0xFFFF_FF7F, true)] // the definer's part
    [InlineData(0x0001_0002, 0xFFFF_FF7E, true)] // all of it
    [InlineData(0x0001_0002, 0x0000_007F, false)]
    [InlineData(0x0001_0001, 0x0000_007F, true)] // -128
    [InlineData(0x0001_0001, 0x0000_007E, true)]
    [InlineData(0x0001_0001, 0xFFFF_FF7F, true)]
    [InlineData(0x0001_0001, 0xFFFF_FF7E, true)]
    [InlineData(0x0001_0001, 0x8000_0000, false)]
    [InlineData(0x0001_0002, 0x8000_0000, false)]
    public void A_sum_is_right_over_either_range_and_with_either_sign_in_version_1_1(
        uint version, uint checksum, bool expected)
    {
        var header = new TdBatmapHeader { Version = version };
        header.Seal();
        header.MapChecksum = checksum;

        Assert.Equal(
            expected, TdBatmap.IsSumRight(header, TestBytes.Of(1024, (0, "80"), (512, "01")), summedLength: 512));
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x80)]
    [InlineData(0x7F)]
    public void No_map_has_the_sum_that_says_there_is_none(byte bits)
    {
        var map = new byte[TdBatmap.MaxMapLength];
        map.AsSpan().Fill(bits);

        foreach (var version in (uint[])[TdBatmap.Version11, TdBatmap.Version12])
        {
            var header = new TdBatmapHeader { Version = version };
            header.Seal(map);
            Assert.NotEqual(TdBatmap.NoChecksum, header.MapChecksum);
        }
    }
}
