using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>What the options for a new VHD put into its headers.</summary>
public sealed class VhdCreateTests
{
    private const int MiB = 1 << 20;

    [Fact]
    public void By_itself_the_size_is_exact_and_the_creator_one_whose_current_size_all_readers_take()
    {
        var footer = FooterOf(Created(10 * MiB));

        Assert.Equal(10ul * MiB, footer.CurrentSize);
        Assert.Equal(footer.CurrentSize, footer.OriginalSize);
        Assert.Equal(FourCC.Of("win "), footer.CreatorApplication);
        Assert.Equal(FourCC.Of("Wi2k"), footer.CreatorHost);
        Assert.Equal(0x0006_0003u, footer.CreatorVersion);
        Assert.NotEqual(Guid.Empty, footer.UniqueId);
        Assert.Equal("301/4/17", footer.Geometry.ToString()); // 20,468 of the 20,480 sectors
    }

    [Theory]
    [InlineData("win", "win ")]
    [InlineData("qem2", "qem2")]
    [InlineData("d2v\\0", "d2v\0")]
    [InlineData("x", "x   ")]
    public void A_creator_is_filled_up_with_blanks(string creator, string kept) =>
        Assert.Equal(FourCC.Of(kept), FooterOf(Created(MiB, $"creator={creator}")).CreatorApplication);

    [Theory]
    [InlineData("creator=")]
    [InlineData("creator=fivec")]
    [InlineData("creator=gr\u00FCn")]
    [InlineData("creator=a\tb")]
    [InlineData("creator=tap\\0,batmap=off")]
    [InlineData("profile=xen,batmap=off")]
    [InlineData("profile=azure,batmap=on")]
    [InlineData("subformat=fixed,batmap=on")]
    [InlineData("geometry=lba")]
    [InlineData("profile=aws")]
    [InlineData("profile=azure,subformat=dynamic")]
    [InlineData("profile=hyperv,block_size=4M")]
    [InlineData("subformat=differencing")]
    [InlineData("block_size=3M")]
    [InlineData("grain_size=64K")]
    public void An_option_that_is_not_possible_is_refused_before_anything_is_written(string options)
    {
        var file = new MemoryStore();

        Assert.Throws<ArgumentException>(() => TestDisk.Create(file, ImageFormats.Vhd, MiB, options));
        Assert.Equal(0, file.Length);
    }

    [Theory]
    [InlineData("geometry=chs")]
    [InlineData("profile=azure")]
    [InlineData("subformat=dynamic")]
    [InlineData("profile=xen,batmap=off")]
    public void An_option_that_is_not_possible_for_a_child_is_refused_before_anything_is_written(string options)
    {
        var file = new MemoryStore();

        Assert.Throws<ArgumentException>(() => TestDisk.CreateChild(
            file, ImageFormats.Vhd, MiB, TestParents.Zeros, options));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void A_child_has_the_creator_that_it_is_given()
    {
        using var file = new MemoryStore();
        TestDisk.CreateChild(file, ImageFormats.Vhd, MiB, TestParents.Zeros, "profile=hyperv,creator=vs").Dispose();

        var footer = FooterOf(file.ToArray());
        Assert.Equal(FourCC.Of("vs  "), footer.CreatorApplication);
        Assert.Equal(VhdDiskType.Differencing, footer.DiskType);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(512, 68 * 512)]                                 // 1 cylinder, 4 heads, 17 sectors
    [InlineData(10 * MiB, 302 * 68 * 512)]
    [InlineData(302 * 68 * 512, 302 * 68 * 512)]
    [InlineData(65535L * 16 * 255 * 512, 65535L * 16 * 255 * 512)]
    [InlineData((65535L * 16 * 255 * 512) + 512, (65535L * 16 * 255 * 512) + 512)] // no geometry says that much
    public void Told_to_the_size_is_rounded_up_until_the_geometry_says_all_of_it(long wanted, long made)
    {
        using var file = new MemoryStore();
        using var disk = TestDisk.Create(file, ImageFormats.Vhd, wanted, "geometry=chs");

        Assert.Equal(made, disk.Length);
        foreach (var rule in (ReadOnlySpan<string>)["size=chs", "size=current"])
        {
            if (made <= VhdGeometry.MaxSectors * 512)
            {
                using var again = TestDisk.OpenForReading(file, ImageFormats.Vhd, rule);
                Assert.Equal(made, again.Length);
            }
        }
    }

    [Theory]
    [InlineData("vpc")]
    [InlineData("qemu")]
    public void A_creator_whose_size_is_its_geometry_needs_a_size_that_is_one(string creator)
    {
        var refusal = Assert.Throws<ImageException>(() => Created(10 * MiB, $"creator={creator}"));

        Assert.Contains($"creator is \"{creator.PadRight(4)}\": of 10485760 bytes they would see 10479616",
            refusal.Message, StringComparison.Ordinal);
        Assert.Contains("geometry=chs", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(302ul * 68 * 512, FooterOf(Created(10 * MiB, $"creator={creator},geometry=chs")).CurrentSize);
        Assert.Equal(302ul * 68 * 512, FooterOf(Created(302 * 68 * 512, $"creator={creator}")).CurrentSize);
    }

    [Fact]
    public void For_Azure_a_disk_is_fixed()
    {
        var file = Created(3 * MiB, "profile=azure");

        Assert.Equal((3 * MiB) + 512, file.Length);
        Assert.Equal(VhdDiskType.Fixed, FooterOf(file).DiskType);
    }

    [Theory]
    [InlineData(3 * MiB + 512, "", "the next larger one is 4M")]
    [InlineData(3 * MiB, ",geometry=chs", "leave geometry=chs out")]
    public void For_Azure_a_size_that_is_no_whole_MiB_is_refused_with_advice(long length, string more, string advice)
    {
        var refusal = Assert.Throws<ImageException>(() => Created(length, "profile=azure" + more));

        Assert.Contains("profile=azure takes disks of whole MiB only", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(advice, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2 * MiB, VhdDiskType.Dynamic)]
    [InlineData(",block_size=512K", 512 << 10, VhdDiskType.Dynamic)]
    public void For_Hyper_V_a_disk_is_dynamic_with_its_block_sizes(string more, int blockSize, VhdDiskType type)
    {
        var file = Created(9 * MiB, "profile=hyperv" + more);

        Assert.Equal(type, FooterOf(file).DiskType);
        Assert.Equal((uint)blockSize, VhdDynamicHeader.Read(file.AsSpan(512)).BlockSize);
        Assert.Equal(FourCC.Of("win "), FooterOf(file).CreatorApplication);
    }

    [Fact]
    public void For_Hyper_V_a_disk_can_be_fixed() =>
        Assert.Equal(VhdDiskType.Fixed, FooterOf(Created(MiB, "profile=hyperv,subformat=fixed")).DiskType);

    [Fact]
    public void For_Xen_the_creator_is_tapdisk_and_there_is_the_batmap_that_it_takes_for_granted()
    {
        var file = Created(9 * MiB, "profile=xen");
        var footer = FooterOf(file);

        Assert.Equal(FourCC.Of("tap\0"), footer.CreatorApplication);
        Assert.Equal(0x0001_0003u, footer.CreatorVersion);
        Assert.Equal(default, footer.CreatorHost);
        Assert.Equal("tdbatmap"u8, file.AsSpan(2048, 8)); // behind the table of one sector
    }

    [Fact]
    public void A_fixed_disk_for_Xen_has_no_blocks_and_no_batmap() =>
        Assert.Equal(MiB + 512, Created(MiB, "profile=xen,subformat=fixed").Length);

    [Fact]
    public void A_child_for_Xen_has_a_batmap_and_behind_it_the_names()
    {
        using var file = new MemoryStore();
        TestDisk.CreateChild(file, ImageFormats.Vhd, 9 * MiB, TestParents.Zeros, "profile=xen").Dispose();

        var bytes = file.ToArray();
        Assert.Equal("tdbatmap"u8, bytes.AsSpan(2048, 8));
        Assert.Equal("file://./zeros.vhd"u8, bytes.AsSpan(3072, 18));
        Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
    }

    private static byte[] Created(long length, string options = "")
    {
        using var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vhd, length, options).Dispose();
        return file.ToArray();
    }

    private static VhdFooter FooterOf(byte[] file) => VhdFooter.Read(file.AsSpan(file.Length - 512));
}
