using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Closing a dynamic VHD leaves no unused space behind the last block.</summary>
public sealed class VhdClosingTests
{
    private const int Block = 64 << 10;
    private const int Blocks = 6;

    [Fact]
    public void A_wholly_discarded_disk_is_as_short_as_an_empty_one()
    {
        using var file = new MemoryStore();
        WithFullDisk(file, disk => disk.Discard(0, disk.Length));
        using var empty = new MemoryStore();
        TestDisk.Create(empty, ImageFormats.Vhd, Blocks * Block, "block_size=64K").Dispose();

        Assert.Equal(empty.Length, file.Length);
        Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
    }

    [Fact]
    public void Discarding_the_last_blocks_shortens_the_file_and_keeps_the_rest()
    {
        using var file = new MemoryStore();
        var before = 0L;
        WithFullDisk(file, disk =>
        {
            before = file.Length;
            disk.Discard(4L * Block, 2L * Block);
        });

        Assert.InRange(file.Length, 4L * Block, before - (2 * Block));
        using var disk = TestDisk.OpenForReading(file);
        var content = new byte[Blocks * Block];
        disk.Read(content, 0);
        Assert.True(content.AsSpan(0, 4 * Block).IndexOfAnyExcept((byte)0x5A) < 0);
        Assert.True(content.AsSpan(4 * Block).IndexOfAnyExcept((byte)0) < 0);
        Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
    }

    [Fact]
    public void Discarding_a_block_before_the_last_leaves_the_end_where_it_is()
    {
        using var file = new MemoryStore();
        WithFullDisk(file, static disk => disk.Discard(0, Block));

        using var disk = TestDisk.OpenForReading(file);
        var last = new byte[Block];
        disk.Read(last, (Blocks - 1) * Block);
        Assert.True(last.AsSpan().IndexOfAnyExcept((byte)0x5A) < 0);
    }

    /// <summary>A disk whose every block is written, flushed and opened again for <paramref name="change"/>.</summary>
    private static void WithFullDisk(MemoryStore file, Action<DiskImage> change)
    {
        using (var disk = TestDisk.Create(file, ImageFormats.Vhd, Blocks * Block, "block_size=64K"))
        {
            for (var block = 0; block < Blocks; block++)
            {
                var bytes = new byte[Block];
                bytes.AsSpan().Fill(0x5A);
                disk.Write(bytes, block * Block);
            }
        }

        using var again = TestDisk.OpenForWriting(file, ImageFormats.Vhd);
        change(again);
    }
}
