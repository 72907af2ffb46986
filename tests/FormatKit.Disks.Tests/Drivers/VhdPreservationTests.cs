using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;
using Xen = FormatKit.Disks.Tests.Drivers.XenServerVhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Bytes that are not ours to change stay, and sector bitmaps say what is the guest's.</summary>
public sealed class VhdPreservationTests : IDisposable
{
    private readonly MemoryStore _file = new(Xen.Make());
    private readonly byte[] _content = Xen.Content();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_tapdisk_image_is_clean_and_sectors_with_clear_bits_read_as_zeros()
    {
        using var disk = TestDisk.OpenForReading(_file);

        Bytes.AssertEqual(_content, Bytes.All(disk));
        Assert.True(TestDisk.Check(_file, ImageFormats.Vhd).IsClean);
        Assert.Empty(disk.Warnings);
    }

    [Fact]
    public void Writing_everywhere_keeps_header_footer_names_and_what_else_stands_in_the_batmap_byte_for_byte()
    {
        // blocks 0, 4, 5 and 7 are new and full, 1 is freed, 3 is still not full: key, marker and all else stay
        var before = Xen.Make()
            .With(Xen.BatmapAt, 0b1000_1101)
            .With(Xen.BatmapHeaderAt + 24, 0xFF, 0xFF, 0xFF, 0x72);
        using (var disk = TestDisk.OpenForWriting(_file, ImageFormats.Vhd))
        {
            Write(disk, 0, 100, 11); // a new block, in front of the old ones
            Write(disk, Xen.BlockSize + 12345, 70_000, 12); // a full one
            Write(disk, (3 * Xen.BlockSize) + (9 * 512) + 100, 2000, 13); // a partial one
            disk.Flush();
            Erase(disk, Xen.BlockSize, Xen.BlockSize); // the whole full block
            Erase(disk, (3 * Xen.BlockSize) + 700, 3000);
            Write(disk, Xen.Length - 5000, 5000, 14); // the last, short block
            disk.Flush();
            Write(disk, (5 * Xen.BlockSize) - 10, 20, 15);
        }

        var after = _file.ToArray();
        Bytes.AssertEqual(before.AsSpan(0, Xen.TableAt), after.AsSpan(0, Xen.TableAt), "footer copy and header");
        Bytes.AssertEqual(
            before.AsSpan(Xen.BatmapHeaderAt, Xen.NamesEnd - Xen.BatmapHeaderAt),
            after.AsSpan(Xen.BatmapHeaderAt, Xen.NamesEnd - Xen.BatmapHeaderAt), "batmap and parent names");
        Bytes.AssertEqual(before.AsSpan(^512), after.AsSpan(^512), "the footer");
        using var again = TestDisk.OpenForReading(_file);
        Bytes.AssertEqual(_content, Bytes.All(again));
        Assert.True(TestDisk.Check(_file, ImageFormats.Vhd).IsClean);
    }

    [Fact]
    public void A_batmap_of_a_later_version_is_not_changed_and_its_blocks_stay_allocated_and_full()
    {
        using var file = new MemoryStore(Xen.Make().With(Xen.BatmapHeaderAt + 20, 0, 1, 0, 3));
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Discard(0, disk.Length);
            disk.Write([1], 0);
        }

        var after = file.ToArray();
        Assert.Equal((uint)Xen.FirstBlock / 512, after.Entry(1, Xen.TableAt));
        Assert.True(after.AsSpan(Xen.FirstBlock, 512).IndexOfAnyExcept((byte)0xFF) < 0);
        Assert.True(after.AsSpan(Xen.FirstBlock + 512, Xen.BlockSize).IndexOfAnyExcept((byte)0) < 0);
        Bytes.AssertEqual(
            Xen.Make().With(Xen.BatmapHeaderAt + 20, 0, 1, 0, 3).AsSpan(Xen.BatmapHeaderAt, 1024),
            after.AsSpan(Xen.BatmapHeaderAt, 1024));
    }

    [Fact]
    public void A_write_of_part_of_a_sector_with_a_clear_bit_shows_zeros_around_it()
    {
        using (var disk = TestDisk.OpenForWriting(_file, ImageFormats.Vhd))
        {
            Write(disk, (3 * Xen.BlockSize) + (12 * 512) + 5, 7, 20); // inside one sector
            Write(disk, (3 * Xen.BlockSize) + (31 * 512) + 500, 1024, 21); // over two borders
            Bytes.AssertEqual(_content, Bytes.All(disk));
        }

        var bitmap = _file.ToArray().AsSpan(Xen.SecondBlock, 6);
        Assert.Equal([0xFF, 0xC8, 0xFF, 0x01, 0xC0, 0x00], bitmap.ToArray());
    }

    [Fact]
    public void Zeroing_sectors_with_clear_bits_sets_none()
    {
        using (var disk = TestDisk.OpenForWriting(_file, ImageFormats.Vhd))
        {
            Erase(disk, (3 * Xen.BlockSize) + 100, 20 * 512);
            Bytes.AssertEqual(_content, Bytes.All(disk));
        }

        Assert.Equal([0xFF, 0xC0, 0xFF, 0x00], _file.ToArray().AsSpan(Xen.SecondBlock, 4).ToArray());
    }

    [Fact]
    public void New_blocks_begin_behind_everything_that_is_known()
    {
        // without blocks, the parents' names are the last thing in the file
        var bytes = Xen.Make().AsSpan(0, Xen.NamesEnd + 512).ToArray();
        bytes.AsSpan(Xen.TableAt, 32).Fill(0xFF);
        Xen.Make().AsSpan(^512).CopyTo(bytes.AsSpan(^512));
        var file = new MemoryStore(bytes);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write([1], 0);
        }

        var at = 512 * BinaryPrimitives.ReadUInt32BigEndian(file.ToArray().AsSpan(Xen.TableAt));
        Assert.InRange(at, (uint)Xen.NamesAt + 1024 + 20, uint.MaxValue);
        Assert.Equal(0u, (at + 512) % 4096);
        Bytes.AssertEqual(bytes.AsSpan(0, Xen.TableAt), file.ToArray().AsSpan(0, Xen.TableAt));
    }

    [Fact]
    public void Damaged_names_and_batmaps_are_a_matter_for_check_and_keep_no_guest_byte_from_being_read()
    {
        var bytes = Xen.Make()
            .With(Xen.BatmapHeaderAt + 8, 0, 0, 0, 0, 0, 0x20, 0, 0) // the map is said to be in the middle of a block
            .WithHeader((ref header) =>
            {
                var locators = header.EditParentLocators();
                locators[0].DataOffset = 100;
                locators[1].DataOffset = 0;
                locators[1].DataLength = uint.MaxValue;
            });

        using var disk = TestDisk.OpenForReading(new MemoryStore(bytes));
        Bytes.AssertEqual(_content, Bytes.All(disk));
        Assert.NotEqual(0, TestDisk.Check(new MemoryStore(bytes), ImageFormats.Vhd).CountOf(CheckSeverity.Corruption));
    }

    private void Write(DiskImage disk, long offset, int length, int seed)
    {
        var bytes = Bytes.Noise(length, seed);
        disk.Write(bytes, offset);
        bytes.CopyTo(_content, offset);
    }

    private void Erase(DiskImage disk, int offset, int length)
    {
        disk.Discard(offset, length);
        _content.AsSpan(offset, length).Clear();
    }
}
