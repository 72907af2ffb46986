using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Another length: what headers and tables say then, and files that others wrote.</summary>
public sealed class VhdResizeTests
{
    private const int BlockSize = VhdBytes.BlockSize;

    [Theory]
    [InlineData(10 * BlockSize, 10)]
    [InlineData((10 * BlockSize) + 512, 11)]
    [InlineData(1000 * BlockSize, 1000)]
    [InlineData(BlockSize, 1)]
    public void Footers_say_the_new_size_and_the_table_has_an_entry_for_each_block(int length, int entries)
    {
        var before = VhdBytes.Dynamic();

        var after = Resized(before, length);

        var footer = VhdFooter.View(after);
        Assert.Equal(footer, VhdFooter.View(after.AsSpan(^512)));
        Assert.Equal((ulong)length, footer.CurrentSize);
        Assert.Equal(VhdFooter.View(before).OriginalSize, footer.OriginalSize);
        Assert.Equal(VhdGeometry.For(length / 512), footer.Geometry);
        Assert.Equal(VhdFooter.View(before).UniqueId, footer.UniqueId);
        Assert.Equal((uint)entries, VhdDynamicHeader.View(after.AsSpan(512)).MaxTableEntries);
    }

    /// <summary>Readers take the geometry for the size of what qemu made; 10 blocks of 4 KiB are no geometry.</summary>
    [Theory]
    [InlineData(10 * BlockSize, "win ")]
    [InlineData(17 * 4 * 512 * 3, "qemu")]
    public void A_creator_that_means_the_geometry_stays_where_that_is_the_size(int length, string creator)
    {
        var file = VhdBytes.Dynamic().WithFooters((ref footer) => footer.CreatorApplication = FourCC.Of("qemu"));

        var after = Resized(file, length);

        Assert.Equal(FourCC.Of(creator), VhdFooter.View(after).CreatorApplication);
        using var store = new MemoryStore(after);
        using var disk = DiskImage.Open(store);
        Assert.Equal(length, disk.Length);
    }

    [Theory]
    [InlineData(4 * BlockSize)]
    [InlineData(300 * BlockSize)]
    public void The_batmap_stays_true_and_trusted(int length)
    {
        using var store = new MemoryStore();
        using (var disk = TestDisk.Create(store, ImageFormats.Vhd, 8 * BlockSize, "block_size=4K,batmap=on"))
        {
            disk.Write(Bytes.Noise(BlockSize, 1), 2 * BlockSize);
            disk.Write(Bytes.Noise(BlockSize, 1), 7 * BlockSize);
        }

        Resize(store, length);

        using var after = TestDisk.OpenForReading(store, ImageFormats.Vhd);
        Assert.Empty(after.Warnings);
        Assert.Equal("yes", after.Details.Single(detail => detail.Name == "batmap").Value);
        TestDisk.AssertNotCorrupt(store, ImageFormats.Vhd);
    }

    [Fact]
    public void Marker_and_key_hash_move_with_the_batmap_and_so_do_flags_in_reserved_bytes()
    {
        var before = XenServerVhd.Make();

        var after = Resized(before, 200L * XenServerVhd.BlockSize);

        var table = (int)VhdDynamicHeader.View(after.AsSpan(512)).TableOffset;
        Assert.NotEqual(XenServerVhd.TableAt, table);
        Assert.Equal(before.AsSpan(XenServerVhd.BatmapHeaderAt + 28, 484), after.AsSpan(table + 1024 + 28, 484));
        Assert.Equal(0xA5, after[512 + 1000]);
        Assert.Equal(1, after[85]);
        using var store = new MemoryStore(after);
        using var disk = TestDisk.OpenForReading(store, ImageFormats.Vhd);
        var content = new byte[XenServerVhd.Length + 4096];
        XenServerVhd.Content().CopyTo(content, 0);
        var found = new byte[content.Length];
        disk.Read(found, 0);
        Bytes.AssertEqual(content, found);
    }

    /// <summary>A writer that ends the file with the last block's bytes that the guest can reach.</summary>
    [Fact]
    public void A_last_block_that_ends_short_in_the_file_becomes_whole()
    {
        var (file, content) = ShortInFile();

        var after = Resized(file, 7 * BlockSize);

        using var store = new MemoryStore(after);
        using var disk = TestDisk.OpenForReading(store, ImageFormats.Vhd);
        Bytes.AssertEqual([.. content, .. new byte[(7 * BlockSize) - content.Length]], Bytes.All(disk));
    }

    [Fact]
    public void A_last_block_that_cannot_become_longer_where_it_is_is_refused()
    {
        var (file, _) = ShortInFile();
        byte[] squeezed = [.. file[..^512], .. new byte[512], .. Bytes.Noise(BlockSize, 2), .. file[^512..]];
        squeezed = squeezed.WithEntry(4, (uint)((file.Length - 512) / 512));
        squeezed.AsSpan(file.Length - 512, 512).Fill(0xFF);

        var e = Assert.Throws<ImageException>(() => Resized(squeezed, 7 * BlockSize));

        Assert.Contains("block 4 begins where", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(513)]
    [InlineData(VhdLayout.MaxGuestLength + 512)]
    [InlineData(VhdLayout.MaxGuestLength)]
    public void Impossible_lengths_are_refused_and_nothing_is_written(long length)
    {
        using var store = new MemoryStore(VhdBytes.Dynamic());

        Assert.Throws<ImageException>(() => ImageFormats.Vhd.PlanResize(TestDisk.Frozen(store), length, []));
    }

    [Fact]
    public void What_is_not_zeros_is_lost_only_when_that_is_allowed()
    {
        using var store = new MemoryStore(VhdBytes.Dynamic());

        var e = Assert.Throws<ImageException>(() => Resize(store, 3 * BlockSize, allowDataLoss: false));
        Assert.Contains("--allow-data-loss", e.Message, StringComparison.Ordinal);
        Assert.Equal(VhdBytes.Dynamic().Length, store.Length);
        Resize(store, 4 * BlockSize, allowDataLoss: false);

        using var disk = TestDisk.OpenForReading(store, ImageFormats.Vhd);
        Bytes.AssertEqual(VhdBytes.DynamicContent().AsSpan(0, 4 * BlockSize), Bytes.All(disk));
    }

    /// <summary>As a loss of power may leave it: the file has its new length, and at its end there is nothing.</summary>
    [Fact]
    public void A_fixed_disk_whose_file_became_longer_without_a_footer_is_read_and_put_right()
    {
        using var store = new MemoryStore(VhdBytes.Fixed());
        store.SetLength(100_352);

        using (var disk = TestDisk.OpenForReading(store, ImageFormats.Vhd))
        {
            Bytes.AssertEqual(Bytes.Noise(8192, 1), Bytes.All(disk));
            Assert.Contains("fkit resize", Assert.Single(disk.Warnings), StringComparison.Ordinal);
        }

        Resize(store, 8192);
        Assert.Equal(8192 + 512, store.Length);
        Assert.Empty(TestDisk.Check(store, ImageFormats.Vhd).Findings);
    }

    /// <summary>No file is taken for a VHD by a footer that is not at its end, which a guest can have written.</summary>
    [Fact]
    public void And_it_is_looked_for_in_no_file_that_is_not_said_to_be_one()
    {
        using var store = new MemoryStore(VhdBytes.Fixed());
        store.SetLength(100_352);

        Assert.Equal(ImageFormats.Raw, ImageFormats.Probe(store.Name, store));
    }

    [Fact]
    public void A_raw_disk_has_the_length_of_its_file()
    {
        using var store = new MemoryStore(Bytes.Noise(1024, 1));

        ResizeOperation.Run(
            store, new ImageOpenOptions { Format = ImageFormats.Raw }, 4096, false, TestContext.Current.CancellationToken);

        Bytes.AssertEqual([.. Bytes.Noise(1024, 1), .. new byte[3072]], store.ToArray());
    }

    /// <summary>Five blocks and 512 bytes, the last one there, and the file ends with it.</summary>
    private static (byte[] File, byte[] Content) ShortInFile()
    {
        var file = VhdBytes.Dynamic();
        var (end, content) = (file.Length - 512, VhdBytes.DynamicContent());
        Bytes.Noise(512, 7).CopyTo(content, 5 * BlockSize);
        byte[] longer = [.. file[..end], .. new byte[512], .. Bytes.Noise(512, 7), .. file[end..]];
        longer.AsSpan(end, 512).Fill(0xFF);
        return (longer.WithEntry(5, (uint)(end / 512)), content);
    }

    private static byte[] Resized(byte[] before, long length)
    {
        using var store = new MemoryStore([.. before]);
        Resize(store, length);
        return store.ToArray();
    }

    private static void Resize(MemoryStore store, long length, bool allowDataLoss = true) => ResizeOperation.Run(
        store, new ImageOpenOptions { Format = ImageFormats.Vhd, Gate = TestParents.Gate }, length, allowDataLoss,
        TestContext.Current.CancellationToken);
}
