using FormatKit.Formats.Vhd;
using FormatKit.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class VhdLayoutTests
{
    private const int MiB = 1 << 20;

    private static readonly Arbitrary<VhdLayout> Layouts = Arb.From(
        Gen.Choose(0, int.MaxValue - 1).Zip(
            Gen.Choose(9, 28),
            (length, power) => new VhdLayout(length * 512L, 1 << power, new HostOffset(1536))));

    [Theory]
    [InlineData(512, 512)]
    [InlineData(2048, 512)]
    [InlineData(512 << 10, 512)]
    [InlineData(2 * MiB, 512)]
    [InlineData(4 * MiB, 1024)]
    [InlineData(256 * MiB, 65536)]
    public void A_bitmap_has_a_bit_a_sector_in_whole_sectors(int blockSize, int bitmapLength)
    {
        var layout = new VhdLayout(0, blockSize, default);

        Assert.Equal(bitmapLength, layout.BitmapLength);
        Assert.Equal(bitmapLength + blockSize, layout.BlockStride);
    }

    [Fact]
    public void Blocks_of_2_MiB_lie_4097_sectors_apart() =>
        Assert.Equal(4097 * 512, new VhdLayout(0, 2 * MiB, default).BlockStride);

    [Fact]
    public void The_last_block_ends_with_the_disk()
    {
        var layout = new VhdLayout((5 * MiB) + 512, 2 * MiB, default);

        Assert.Equal(3, layout.Blocks);
        Assert.Equal([2 * MiB, 2 * MiB, MiB + 512], Enumerable.Range(0, 3).Select(block => layout.LengthOf(block)));
    }

    [Fact]
    public void The_table_has_four_bytes_a_block_in_whole_sectors()
    {
        var layout = new VhdLayout(129L * 2 * MiB, 2 * MiB, new HostOffset(0x600));

        Assert.Equal(1024, layout.TableLength);
        Assert.Equal(new HostOffset(0x600 + (128 * 4)), layout.EntryOffset(128));
    }

    [Fact]
    public void An_entry_points_at_the_bitmap_and_data_follow()
    {
        var layout = new VhdLayout(4 * MiB, 4 * MiB, default);

        Assert.Equal(new HostOffset(0x12 * 512), VhdLayout.BitmapAt(0x12));
        Assert.Equal(new HostOffset((0x12 + 2) * 512), layout.DataAt(0x12));
        Assert.Equal(0x12u, VhdLayout.EntryFor(new HostOffset(0x12 * 512)));
    }

    [Fact]
    public void The_farthest_entry_does_not_wrap()
    {
        Assert.Equal(0xFFFF_FFFEL * 512, VhdLayout.BitmapAt(0xFFFF_FFFE).Value);
        Assert.Equal(0xFFFF_FFFE, VhdLayout.EntryFor(new HostOffset(0xFFFF_FFFEL * 512)));
    }

    [Theory]
    [InlineData(-512)]
    [InlineData(513)]
    [InlineData(0xFFFF_FFFFL * 512)]
    [InlineData(0x1_0000_0000L * 512)]
    public void A_bitmap_that_no_entry_can_point_at_is_refused(long offset) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VhdLayout.EntryFor(new HostOffset(offset)));

    [Theory]
    [InlineData(-1, 2 * MiB, 1536)]
    [InlineData(VhdLayout.MaxGuestLength + 1, 2 * MiB, 1536)]
    [InlineData(MiB, 0, 1536)]
    [InlineData(MiB, 256, 1536)]
    [InlineData(MiB, 3 * MiB, 1536)]
    [InlineData(MiB, 512 * MiB, 1536)]
    [InlineData(MiB, int.MinValue, 1536)]
    [InlineData(MiB, 2 * MiB, -512)]
    [InlineData(MiB, 2 * MiB, 1537)]
    [InlineData(MiB, 2 * MiB, long.MaxValue - 511)]
    public void Values_outside_the_format_are_refused(long guestLength, int blockSize, long tableOffset) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new VhdLayout(guestLength, blockSize, new HostOffset(tableOffset)));

    [Fact]
    public void Bytes_and_blocks_that_the_disk_does_not_have_are_refused()
    {
        var layout = new VhdLayout(3 * MiB, 2 * MiB, default);

        Assert.Equal(1, layout.BlockOf(new GuestOffset((3 * MiB) - 1)));
        foreach (var offset in (long[])[-1, 3 * MiB, long.MaxValue])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => layout.BlockOf(new GuestOffset(offset)));
        }

        foreach (var block in (long[])[-1, 2, long.MaxValue])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => layout.StartOf(block));
            Assert.Throws<ArgumentOutOfRangeException>(() => layout.LengthOf(block));
            Assert.Throws<ArgumentOutOfRangeException>(() => layout.EntryOffset(block));
        }
    }

    [Fact]
    public void Every_guest_byte_is_in_one_block() =>
        Law.ForAll("a guest byte is within its block", Layouts.Generator.Where(layout => layout.Blocks > 0)
            .Zip(Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(), example =>
        {
            var (layout, salt) = example;
            var offset = new GuestOffset(new Random(salt).NextInt64(layout.GuestLength));
            var block = layout.BlockOf(offset);
            Assert.InRange(offset - layout.StartOf(block), 0, layout.LengthOf(block) - 1);
            Assert.InRange(layout.EntryOffset(block) - layout.TableOffset, 0, layout.TableLength - 4);
        }, 1_000);

    [Fact]
    public void Blocks_cover_the_disk_and_their_entries_the_table() =>
        Law.ForAll("blocks cover the disk", Layouts, layout =>
        {
            var last = layout.Blocks - 1;
            Assert.Equal(layout.GuestLength, last < 0 ? 0 : layout.StartOf(last).Value + layout.LengthOf(last));
            Assert.InRange(layout.TableLength - (layout.Blocks * 4), 0, 511);
            Assert.True(layout.BitmapLength * 8L >= layout.BlockSize / 512);
        }, 1_000);

    [Fact]
    public void Blocks_one_stride_apart_touch_and_do_not_overlap() =>
        Law.ForAll("blocks a stride apart touch", Layouts, layout =>
        {
            var next = VhdLayout.EntryFor(VhdLayout.BitmapAt(3) + layout.BlockStride);
            Assert.Equal(VhdLayout.BitmapAt(next), layout.DataAt(3) + layout.BlockSize);
        });
}
