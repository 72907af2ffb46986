using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;

namespace FormatKit.Disks.Tests.Images;

/// <summary>Space used again by another block of a VHD; what holds for all formats is in the contract.</summary>
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
}
