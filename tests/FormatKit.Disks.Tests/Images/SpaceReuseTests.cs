using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;

namespace FormatKit.Disks.Tests.Images;

/// <summary>Space that a discard freed is used again, but not before nobody can see what was there.</summary>
public sealed class SpaceReuseTests
{
    private const int Block = VhdBytes.BlockSize;

    [Fact]
    public void The_bitmap_of_a_block_that_is_gone_does_not_hide_the_next_block_in_its_place()
    {
        // block 0 has only its first sector, the others' bits are clear; its bitmap is in the cache when it goes
        var bytes = VhdBytes.Dynamic();
        bytes.AsSpan((int)bytes.Entry(0) * 512, 512).Clear();
        bytes[bytes.Entry(0) * 512] = 0x80;
        var file = new MemoryStore(bytes);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Read(new byte[Block], 0);
            disk.Discard(0, Block);
            disk.Flush();
            disk.Write(Bytes.Noise(Block, 9), 2 * Block);

            Bytes.AssertEqual(Bytes.Noise(Block, 9), Bytes.All(disk).AsSpan(2 * Block, Block));
        }

        Assert.Equal(bytes.Entry(0), file.ToArray().Entry(2));
        using var again = TestDisk.OpenForReading(file);
        Bytes.AssertEqual(Bytes.Noise(Block, 9), Bytes.All(again).AsSpan(2 * Block, Block));
    }

    [Fact]
    public void Freed_space_is_not_used_before_the_flush_that_frees_it()
    {
        var bytes = VhdBytes.Dynamic();
        var file = new MemoryStore(bytes);
        using var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd);
        disk.Discard(0, Block);
        disk.Write(Bytes.Noise(Block, 9), 2 * Block);

        using var cut = new MemoryStore(file.ToArray());
        using var old = TestDisk.OpenForReading(cut);
        Bytes.AssertEqual(VhdBytes.DynamicContent().AsSpan(0, Block), Bytes.All(old).AsSpan(0, Block));
    }

    [Fact]
    public void A_file_in_which_blocks_come_and_go_does_not_grow()
    {
        var file = new MemoryStore(VhdBytes.Dynamic());
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            for (var round = 0; round < 100; round++)
            {
                disk.Discard(0, 2 * Block);
                disk.Flush();
                disk.Write(Bytes.Noise(2 * Block, round), 0);
                disk.Flush();
            }
        }

        Assert.InRange(file.Length, 1, VhdBytes.Dynamic().Length + (4 * Block));
        using var again = TestDisk.OpenForReading(file);
        Bytes.AssertEqual(Bytes.Noise(2 * Block, 99), Bytes.All(again).AsSpan(0, 2 * Block));
    }
}
