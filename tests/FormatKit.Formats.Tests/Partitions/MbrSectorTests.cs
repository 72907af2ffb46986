using FormatKit.Formats.Partitions;

namespace FormatKit.Formats.Tests.Partitions;

public sealed class MbrSectorTests
{
    [Fact]
    public void An_MBR_is_read_as_disk_tools_write_it()
    {
        ref readonly var mbr = ref MbrSector.View(MbrPicture.Bytes());

        Assert.Empty(Layout.Validate(mbr));
        Assert.Equal(0x12345678u, mbr.DiskSignature);
        Assert.Equal(
            [MbrPartitionType.Linux, MbrPartitionType.ExtendedLba, MbrPartitionType.Empty, MbrPartitionType.Empty],
            mbr.Entries.ToArray().Select(entry => entry.Type));
        Assert.Equal(MbrBootIndicator.Active, mbr.Entries[0].BootIndicator);
        Assert.Equal((8u, 8u), (mbr.Entries[0].StartLba, mbr.Entries[0].SectorCount));
        Assert.Equal(["0/32/33", "1023/254/63"], [$"{mbr.Entries[0].StartChs}", $"{mbr.Entries[0].EndChs}"]);
    }

    [Fact]
    public void A_cylinder_has_ten_bits_in_two_bytes()
    {
        var address = ChsAddress.Read([0x0F, 0x81, 0x23]);

        Assert.Equal((0x223, 15, 1), (address.Cylinder, address.Head, address.Sector));
        Assert.Equal((2, 0x23), (address.CylinderHigh, address.CylinderLow));
    }

    [Fact]
    public void Sealing_writes_the_signature_55_AA()
    {
        var mbr = new MbrSector();
        mbr.Seal();

        Assert.Equal([0x55, 0xAA], Layout.BytesOf(ref mbr)[510..].ToArray());
    }

    [Fact]
    public void A_boot_indicator_other_than_0_and_80_is_a_violation()
    {
        var bytes = MbrPicture.Bytes();
        bytes[462] = 0x7F;

        var violation = Assert.Single(Layout.Validate(MbrSector.View(bytes)));
        Assert.Equal(("Entries[1].BootIndicator", 462), (violation.Path, violation.Offset));
    }

    [Fact]
    public void Every_type_but_Empty_has_a_name() =>
        Assert.All(Enum.GetValues<MbrPartitionType>(), type =>
            Assert.Equal(type == MbrPartitionType.Empty, MbrPartitionTypes.NameOf(type) is null));
}
