using System.Text;
using FormatKit.Formats.Vmdk;
using FormatKit.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkNewDescriptorTests
{
    [Fact]
    public void The_text_is_that_of_other_writers() =>
        Assert.Equal(
            """
            # Disk DescriptorFile
            version=1
            encoding="UTF-8"
            CID=00c0ffee
            parentCID=ffffffff
            createType="monolithicSparse"

            # Extent description
            RW 20480 SPARSE "größe a.vmdk"

            # The Disk Data Base
            #DDB

            ddb.virtualHWVersion = "6"
            ddb.geometry.cylinders = "10"
            ddb.geometry.heads = "64"
            ddb.geometry.sectors = "32"
            ddb.adapterType = "lsilogic"

            """,
            Text(Disk("größe a.vmdk") with { Adapter = VmdkAdapter.LsiLogic, HardwareVersion = 6 }));

    [Fact]
    public void A_new_disk_is_IDE_and_hardware_version_4()
    {
        var descriptor = VmdkDescriptor.Parse(Disk("a.vmdk").ToBytes());

        Assert.Equal(("ide", "4"), (descriptor["ddb.adapterType"], descriptor["ddb.virtualHWVersion"]));
    }

    [Theory]
    [InlineData("q\"uo.vmdk", "q_uo.vmdk")]
    [InlineData("a\" 1\r\nCID=1", "a_ 1__CID=1")]
    [InlineData("nul\0.vmdk", "nul_.vmdk")]
    [InlineData("𝒟.vmdk", "𝒟.vmdk")]
    public void A_name_cannot_break_the_text(string name, string written) => Assert.Equal(written, NameIn(Disk(name)));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("half _", NameIn(Disk("half " + '\uD800')));

    [Fact]
    public void What_is_composed_parses_back()
    {
        var disks = Arb.From(
            from id in Gen.Choose(0, int.MaxValue)
            from capacity in Gen.OneOf(
                Gen.Choose(0, int.MaxValue).Select(sectors => sectors * 3L), Gen.Constant(long.MaxValue / 512))
            from name in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 127), Gen.Choose(0, 65_535)))
            from adapter in Gen.Elements(Enum.GetValues<VmdkAdapter>())
            from version in Gen.Choose(1, 99)
            select new VmdkNewDescriptor
            {
                ContentId = (uint)id * 2,
                CapacitySectors = capacity,
                FileName = "x" + string.Concat(name.Select(unit => (char)unit)),
                Adapter = adapter,
                HardwareVersion = version,
            });

        Law.ForAll("what is composed parses back", disks, disk =>
        {
            var read = VmdkDescriptor.Parse(disk.ToBytes());
            var extent = Assert.Single(read.Extents);
            Assert.Equal(
                (disk.ContentId, VmdkDescriptor.NoContentId, "monolithicSparse", false, Encoding.UTF8),
                (read.ContentId!.Value, read.ParentContentId!.Value, read.CreateType!, read.HasParent, read.Encoding));
            Assert.Equal(
                (VmdkAccess.ReadWrite, disk.CapacitySectors, VmdkExtentType.Sparse, null),
                (extent.Access, extent.Sectors, extent.Type, extent.Offset));
            Assert.Equal(VmdkAdapters.NameOf(disk.Adapter), read["ddb.adapterType"]);
            Assert.Equal(8, read.ContentIdDigits!.Value.Length);
        }, 500);
    }

    [Fact]
    public void The_content_id_of_no_parent_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Disk("a") with { ContentId = uint.MaxValue });

    [Theory]
    [InlineData(-1)]
    [InlineData((long.MaxValue / 512) + 1)]
    public void A_capacity_that_is_none_is_refused(long sectors) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Disk("a") with { CapacitySectors = sectors });

    [Fact]
    public void A_name_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => Disk(""));

    [Fact]
    public void A_name_that_would_fill_the_descriptor_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Disk(new string('a', 1025)));

    [Fact]
    public void A_hardware_version_of_0_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Disk("a") with { HardwareVersion = 0 });

    private static VmdkNewDescriptor Disk(string name) =>
        new() { ContentId = 0x00C0_FFEE, CapacitySectors = 20_480, FileName = name };

    private static string? NameIn(VmdkNewDescriptor disk) =>
        Assert.Single(VmdkDescriptor.Parse(disk.ToBytes()).Extents).FileName;

    private static string Text(VmdkNewDescriptor disk) => Encoding.UTF8.GetString(disk.ToBytes());
}
