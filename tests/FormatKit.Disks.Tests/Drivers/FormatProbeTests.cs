using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>What is not read is refused by its name, and nothing is read as raw by mistake.</summary>
public sealed class FormatProbeTests
{
    public static TheoryData<int, string, string> Foreign => new()
    {
        { 0, "514649FB00000003", "qcow" },            // QFI\xFB
        { 0, "7668647866696C65", "VHDX" },            // vhdxfile
        { 0x40, "7F10DABE", "VDI" },
        { 0, "51454400", "QED" },                     // QED\0
        { 0, "576974686F7574467265655370616365", "Parallels" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void A_foreign_image_is_refused_by_name_unless_raw_is_asked_for(int at, string magic, string name)
    {
        var bytes = new byte[4096].With(at, Convert.FromHexString(magic));

        var e = Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes)));
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
        Assert.Contains("-f raw", e.Message, StringComparison.Ordinal);

        using var raw = TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Raw);
        Bytes.AssertEqual(bytes, Bytes.All(raw));
    }

    [Theory]
    [InlineData("4B444D5601000000")] // KDMV
    [InlineData("434F574401000000")] // COWD
    public void A_vmdk_is_refused_by_name(string magic)
    {
        var bytes = new byte[4096].With(0, Convert.FromHexString(magic));

        var e = Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes)));
        Assert.Contains("VMDK", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(0xFFFFFFFF)]
    public void An_unknown_disk_type_is_refused_with_the_field(uint type)
    {
        var bytes = VhdBytes.Dynamic().WithFooters((ref footer) => footer.DiskType = (VhdDiskType)type);

        var e = Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes)));
        Assert.Equal("VhdFooter.DiskType", e.Field);
    }

    [Fact]
    public void What_was_only_probed_to_be_raw_is_not_written()
    {
        var store = new MemoryStore(new byte[4096]);

        var e = Assert.Throws<ImageException>(
            () => DiskImage.Open(store, new ImageOpenOptions { Writable = true }));
        Assert.Contains("-f raw", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raw_disk_that_ends_inside_a_sector_goes_on_with_zeros_to_its_end()
    {
        var file = new MemoryStore(Bytes.Noise(1000, 1));
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Raw))
        {
            Assert.Equal(1024, disk.Length);
            Assert.Single(disk.Warnings);
            byte[] expected = [.. Bytes.Noise(1000, 1), .. new byte[24]];
            Bytes.AssertEqual(expected, Bytes.All(disk));
            disk.WriteZeroes(990, 34);
            disk.Write([5], 1023);
        }

        Assert.Equal(1024, file.Length);
        Assert.Equal(5, file.ToArray()[1023]);
    }
}
