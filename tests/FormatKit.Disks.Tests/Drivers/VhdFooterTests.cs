using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>The footer and its copy: either rescues the other, and a write makes both whole.</summary>
public sealed class VhdFooterTests
{
    public static TheoryData<string> Damages =>
        ["copy noise", "copy zeros", "copy stale", "end noise", "end zeros", "end gone"];

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_footer_or_copy_costs_a_reader_nothing_but_a_warning(string damage)
    {
        using var disk = TestDisk.OpenForReading(new MemoryStore(Damaged(damage)));

        Assert.Same(ImageFormats.Vhd, disk.Format);
        Assert.Single(disk.Warnings);
        Bytes.AssertEqual(VhdBytes.DynamicContent(), Bytes.All(disk));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Opening_for_writing_mends_nothing_until_something_is_written(string damage)
    {
        var bytes = Damaged(damage);
        var file = new MemoryStore(bytes);

        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Flush();
        }

        Bytes.AssertEqual(bytes, file.ToArray());
        Assert.Equal(1, TestDisk.Check(file, ImageFormats.Vhd).CountOf(CheckSeverity.StaleCopy));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void The_first_write_makes_both_whole_and_equal(string damage)
    {
        foreach (var block in (int[])[0, 2, 5]) // in place; a new block; the short one
        {
            var file = new MemoryStore(Damaged(damage));
            var content = VhdBytes.DynamicContent();
            content[(block * VhdBytes.BlockSize) + 7] = 77;

            using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
            {
                disk.Write([77], (block * VhdBytes.BlockSize) + 7);
            }

            var after = file.ToArray();
            Bytes.AssertEqual(after.AsSpan(0, 512), after.AsSpan(^512), "the footer");
            var report = TestDisk.Check(file, ImageFormats.Vhd);
            Assert.True(report.IsClean, string.Join('\n', report.Findings));
            using var again = TestDisk.OpenForReading(file);
            Assert.Empty(again.Warnings);
            Bytes.AssertEqual(content, Bytes.All(again));
        }
    }

    [Fact]
    public void Without_either_there_is_no_vhd_and_both_places_are_named()
    {
        var bytes = VhdBytes.Dynamic().With(0, new byte[8]);
        bytes.AsSpan(^512).Clear();

        Assert.Same(ImageFormats.Raw, ImageFormats.Probe("x", new MemoryStore(bytes)));
        var e = Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Vhd));
        Assert.Contains("neither the end nor the start", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_damaged_copies_are_refused_with_the_field_that_is_wrong()
    {
        var bytes = VhdBytes.Dynamic().With(100, 1);
        bytes[^100] ^= 1;

        var e = Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes)));
        Assert.Equal("VhdFooter.Checksum", e.Field);
        Assert.Equal(bytes.Length - 512 + 64, e.Offset);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_footer_of_511_bytes_is_a_footer(bool isFixed)
    {
        var bytes = (isFixed ? VhdBytes.Fixed() : VhdBytes.Dynamic())[..^1];
        var content = isFixed ? Bytes.Noise(8192, 1) : VhdBytes.DynamicContent();
        var file = new MemoryStore(bytes);

        using (var disk = TestDisk.OpenForReading(file))
        {
            Assert.Same(ImageFormats.Vhd, disk.Format);
            Assert.Empty(disk.Warnings);
            Bytes.AssertEqual(content, Bytes.All(disk));
        }

        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write([9], content.Length - 1);
            content[^1] = 9;
        }

        using var again = TestDisk.OpenForReading(file);
        Bytes.AssertEqual(content, Bytes.All(again));
        TestDisk.AssertNotCorrupt(file, ImageFormats.Vhd);
    }

    [Fact]
    public void The_first_sector_of_a_fixed_disk_is_the_guests_even_when_it_looks_like_a_footer()
    {
        var bytes = VhdBytes.Fixed();
        var nested = VhdBytes.Dynamic().AsSpan(0, 512);
        nested.CopyTo(bytes);

        using var disk = TestDisk.OpenForReading(new MemoryStore(bytes));
        Assert.Empty(disk.Warnings);
        Bytes.AssertEqual(nested, Bytes.All(disk).AsSpan(0, 512));
    }

    [Fact]
    public void A_fixed_footer_at_the_start_alone_makes_no_disk()
    {
        var bytes = VhdBytes.Fixed();
        bytes.AsSpan(^512).CopyTo(bytes);
        bytes.AsSpan(^512).Clear();

        var e = Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes)));
        Assert.Contains("fixed VHD is damaged or gone", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vpc ", true)]
    [InlineData("qemu", true)]
    [InlineData("win ", false)]
    [InlineData("qem2", false)]
    [InlineData("vbox", false)]
    [InlineData("caml", false)]
    [InlineData("tap\0", false)]
    public void The_creator_says_whether_the_geometry_is_the_size(string creator, bool isGeometry)
    {
        var bytes = Sized(creator);
        var (geometry, current) = (4 * 17 * 512 * 1L, 5 * 4 * 17 * 512L);

        Assert.Equal(isGeometry ? geometry : current, LengthOf(bytes, ""));
        Assert.Equal(geometry, LengthOf(bytes, "size=chs"));
        Assert.Equal(current, LengthOf(bytes, "size=current"));
    }

    [Fact]
    public void The_largest_geometry_and_none_at_all_never_are_the_size()
    {
        foreach (var (cylinders, heads, sectors) in new[] { (65535, 16, 255), (0, 0, 0), (0, 16, 63) })
        {
            var bytes = Sized("vpc ").WithFooter((ref footer) => footer.Geometry = new DiskGeometry
            {
                Cylinders = (ushort)cylinders, Heads = (byte)heads, SectorsPerTrack = (byte)sectors,
            });

            Assert.Equal(5 * 4 * 17 * 512L, LengthOf(bytes, ""));
        }
    }

    [Fact]
    public void A_size_option_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => LengthOf(VhdBytes.Fixed(), "size=large"));

    private static byte[] Sized(string creator) => VhdBytes.Fixed(5 * 4 * 17 * 512).WithFooter((ref footer) =>
    {
        footer.CreatorApplication = FourCC.Of(creator);
        footer.Geometry = new DiskGeometry { Cylinders = 1, Heads = 4, SectorsPerTrack = 17 };
    });

    private static long LengthOf(byte[] bytes, string options)
    {
        using var disk = TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Vhd, options);
        return disk.Length;
    }

    private static byte[] Damaged(string damage)
    {
        var bytes = VhdBytes.Dynamic();
        switch (damage)
        {
            case "copy noise":
                bytes[100] ^= 1;
                return bytes;
            case "copy zeros":
                bytes.AsSpan(0, 512).Clear();
                return bytes;
            case "copy stale":
                return bytes.WithCopy((ref copy) => copy.SavedState = 1);
            case "end noise":
                bytes[^100] ^= 1;
                return bytes;
            case "end zeros":
                bytes.AsSpan(^512).Clear();
                return bytes;
            default:
                return bytes[..^512];
        }
    }
}
