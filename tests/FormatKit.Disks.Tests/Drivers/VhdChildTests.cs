using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>
/// Differencing VHDs, where the tools that people use go wrong: opened as if they were dynamic, holes read as zeros and
/// the first write ruins the child; bitmaps are never looked at, or once a sector; places behind 4 GiB are cut.
/// </summary>
public sealed class VhdChildTests
{
    private const int Sector = 512;
    private const int Block = 2 << 20;
    private readonly MemoryGate _folder = new();

    [Fact]
    public void The_first_write_sets_the_bits_of_the_sectors_that_it_writes_and_no_other()
    {
        var file = MakeChild("4K", 16 << 10);
        using (var child = Open(file, writable: true))
        {
            child.Write(Bytes.Noise(2 * Sector, 1), 3 * Sector);
            child.Write([1], 4096 + 700);
        }

        var bytes = file.ToArray();
        Assert.Equal(0b0001_1000, bytes[BitmapOf(bytes, 0)]);
        Assert.Equal(0b0100_0000, bytes[BitmapOf(bytes, 1)]);
        Assert.Equal(VhdLayout.Unallocated, bytes.Entry(2));
    }

    [Fact]
    public void Zeros_set_them_too()
    {
        var file = MakeChild("4K", 16 << 10);
        using (var child = Open(file, writable: true))
        {
            child.WriteZeroes(0, 3 * Sector);
        }

        var bytes = file.ToArray();
        Assert.Equal(0b1110_0000, bytes[BitmapOf(bytes, 0)]);
    }

    /// <summary>The 2014 patch read a bitmap once for each of its sectors.</summary>
    [Fact]
    public void A_block_of_which_every_other_sector_is_here_takes_one_read_of_its_bitmap()
    {
        var file = MakeChild("2M", 2 * Block);
        using (var child = Open(file, writable: true))
        {
            for (var sector = 0; sector < Block / Sector; sector += 2)
            {
                child.Write(Bytes.Noise(Sector, sector), sector * Sector);
            }
        }

        var bitmap = BitmapOf(file.ToArray(), 0);
        var seen = new ObservedStore(new LastingStore(TestDisk.Frozen(file)));
        using var again = DiskImage.Open(seen, new ImageOpenOptions { Gate = _folder });
        seen.Forget();
        for (var at = 0; at < Block; at += 64 << 10)
        {
            again.Read(new byte[64 << 10], at);
        }

        Assert.Equal(1, seen.Calls.Count(call => call.Offset == bitmap && call.Length == Sector));
        Assert.Equal((Block / Sector / 2) + 1, seen.Calls.Count(call => call.Offset >= bitmap));
    }

    /// <summary>qemu rewrites a bitmap and syncs for each write to another block than the one before.</summary>
    [Fact]
    public void Writes_to_two_blocks_in_turn_wait_for_no_disk_until_the_flush()
    {
        var file = MakeChild("2M", 2 * Block);
        using (var child = Open(file, writable: true))
        {
            child.Write([1], 0);
            child.Write([1], Block);
        }

        var seen = new ObservedStore(new LastingStore(file));
        using var again = DiskImage.Open(
            seen, new ImageOpenOptions { Writable = true, Format = ImageFormats.Vhd, Gate = _folder });
        again.Write([2], 0);
        seen.Forget();
        for (var write = 1; write < 200; write++)
        {
            again.Write(Bytes.Noise(Sector, write), (write % 2 * Block) + (write * Sector));
        }

        Assert.Equal(0, seen.Count(StoreAction.Flush));
        again.Flush();
        Assert.InRange(seen.Count(StoreAction.Flush), 1, 2);
    }

    /// <summary>Guest offsets beyond 32 bits: the last block of 6 GiB, in a child and in its parent.</summary>
    [Fact]
    public void Data_in_the_last_block_of_a_large_disk_is_read_from_child_and_parent()
    {
        const long Length = (6L << 30) + (3 * Sector);
        var parent = new MemoryStore("base.vhd");
        using (var disk = TestDisk.Create(parent, ImageFormats.Vhd, Length))
        {
            disk.Write(Bytes.Noise(4 * Sector, 1), Length - (4 * Sector));
        }

        var file = MakeChild("2M", Length, parent);
        using (var child = Open(file, writable: true))
        {
            child.Write(Bytes.Noise(Sector, 2), Length - Sector);
        }

        using var again = Open(file);
        var found = new byte[4 * Sector];
        again.Read(found, Length - found.Length);
        Bytes.AssertEqual([.. Bytes.Noise(4 * Sector, 1).AsSpan(0, 3 * Sector), .. Bytes.Noise(Sector, 2)], found);
    }

    /// <summary>A block that ends behind the disk's end: what is behind it is nobody's.</summary>
    [Fact]
    public void The_last_block_of_a_child_may_be_short()
    {
        const int Length = (3 * 4096) + (3 * Sector);
        var file = MakeChild("4K", Length);
        var expected = TestParents.Content(TestParents.Full, Length);
        using (var child = Open(file, writable: true))
        {
            Bytes.AssertEqual(expected, Bytes.All(child));
            child.Write([7], Length - 1);
            expected[^1] = 7;
        }

        using var again = Open(file);
        Bytes.AssertEqual(expected, Bytes.All(again));
    }

    /// <summary>Bits count, not what is in the file under them: garbage of whoever had the place before.</summary>
    [Fact]
    public void What_is_under_a_clear_bit_is_never_read()
    {
        var file = MakeChild("4K", 8 << 10);
        using (var child = Open(file, writable: true))
        {
            child.Write(Bytes.Noise(Sector, 1), 0);
        }

        var bytes = file.ToArray();
        bytes.AsSpan(BitmapOf(bytes, 0) + Sector + Sector, 7 * Sector).Fill(0xEE);
        var expected = TestParents.Content(TestParents.Full, 8 << 10);
        Bytes.Noise(Sector, 1).CopyTo(expected, 0);
        using var again = Open(new MemoryStore(bytes));
        Bytes.AssertEqual(expected, Bytes.All(again));
    }

    [Fact]
    public void A_parent_without_an_id_is_a_raw_disk()
    {
        _folder["base.raw"] = new MemoryStore(Bytes.Noise(8 << 10, 4), "base.raw");
        var file = new MemoryStore("child.vhd");
        var backing = new NewBacking(ImageFormats.Raw, "base.raw", "/disks/base.raw");
        using var child = DiskImage.CreateChild(
            new LastingStore(file), ImageFormats.Vhd, 8 << 10, backing, _folder, TestDisk.Options("block_size=4K"));

        Assert.Same(ImageFormats.Raw, child.Backing!.Format);
        Bytes.AssertEqual(Bytes.Noise(8 << 10, 4), Bytes.All(child));
    }

    /// <summary>A raw disk whose guest wrote a VHD into it stays raw: it is opened as what the child says.</summary>
    [Fact]
    public void A_raw_parent_that_looks_like_a_vhd_is_raw()
    {
        var looks = VhdBytes.Fixed(8192);
        _folder["base.raw"] = new MemoryStore(looks, "base.raw");
        var backing = new NewBacking(ImageFormats.Raw, "base.raw", "/disks/base.raw");
        using var child = DiskImage.CreateChild(
            new LastingStore(new MemoryStore("child.vhd")), ImageFormats.Vhd, looks.Length, backing, _folder);

        Bytes.AssertEqual(looks, Bytes.All(child));
    }

    private MemoryStore MakeChild(string blockSize, long length, MemoryStore? parent = null)
    {
        var backing = TestParents.Full;
        if (parent is not null)
        {
            _folder["base.vhd"] = parent;
            using var alone = TestDisk.OpenForReading(parent);
            backing = new NewBacking(ImageFormats.Vhd, "base.vhd", "/disks/base.vhd") { Identity = alone.Identity };
        }
        else
        {
            _folder[TestParents.Full.RelativePath!] = TestParents.Gate[TestParents.Full.RelativePath!];
        }

        var file = new MemoryStore("child.vhd");
        DiskImage.CreateChild(
            new LastingStore(file), ImageFormats.Vhd, length, backing, _folder,
            TestDisk.Options($"block_size={blockSize}")).Dispose();
        return file;
    }

    private DiskImage Open(MemoryStore file, bool writable = false) => DiskImage.Open(
        new LastingStore(writable ? file : TestDisk.Frozen(file)),
        new ImageOpenOptions { Writable = writable, Format = ImageFormats.Vhd, Gate = _folder });

    private static int BitmapOf(byte[] file, int block) => (int)file.Entry(block) * Sector;
}
