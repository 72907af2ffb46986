using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkExtentTests
{
    [Theory]
    [InlineData("RW", VmdkAccess.ReadWrite)]
    [InlineData("RDONLY", VmdkAccess.ReadOnly)]
    [InlineData("NOACCESS", VmdkAccess.None)]
    [InlineData("NoAccess", VmdkAccess.None)]
    public void Access_has_three_words(string word, VmdkAccess access) =>
        Assert.Equal(access, Extent($"{word} 1 FLAT \"a\" 0").Access);

    [Theory]
    [InlineData("FLAT", VmdkExtentType.Flat)]
    [InlineData("SPARSE", VmdkExtentType.Sparse)]
    [InlineData("ZERO", VmdkExtentType.Zero)]
    [InlineData("VMFS", VmdkExtentType.Vmfs)]
    [InlineData("VMFSSPARSE", VmdkExtentType.VmfsSparse)]
    [InlineData("VMFSRDM", VmdkExtentType.VmfsRdm)]
    [InlineData("VMFSRAW", VmdkExtentType.VmfsRaw)]
    [InlineData("SESPARSE", VmdkExtentType.SeSparse)]
    [InlineData("vmfsSparse", VmdkExtentType.VmfsSparse)]
    public void Each_type_has_a_word(string word, VmdkExtentType type) =>
        Assert.Equal(type, Extent($"RW 1 {word} \"a\"").Type);

    [Theory]
    [InlineData("RW 63 ZERO", null, null)]
    [InlineData("RW 63 SPARSE \"a\"", "a", null)]
    [InlineData("RW 63 FLAT \"a\" 7", "a", 7L)]
    [InlineData("RW 63 VMFS \"a\" 0", "a", 0L)]
    [InlineData("RW 63 FLAT \"a\" 7 partition", "a", 7L)]
    [InlineData("RW 63 FLAT \"\\\\.\\PhysicalDrive0\" 7 partition \"a device\"", @"\\.\PhysicalDrive0", 7L)]
    public void A_line_has_three_to_seven_fields(string line, string? name, long? offset) =>
        Assert.Equal((63L, name, offset), Parts(Extent(line)));

    [Theory]
    [InlineData("\"a b  c\"", "a b  c")]
    [InlineData("\"a=b#c\"", "a=b#c")]
    [InlineData("\"q\"uo.vmdk\"", "q\"uo.vmdk")]
    [InlineData("\"\"", "")]
    [InlineData("a.img", "a.img")]
    [InlineData("\"größe-磁盘.vmdk\"", "größe-磁盘.vmdk")]
    public void A_name_is_read_whole(string written, string name) =>
        Assert.Equal((63L, name, 7L), Parts(Extent($"RW 63 FLAT {written} 7")));

    [Fact]
    public void Blanks_separate_fields_however_many_they_are() =>
        Assert.Equal((63L, "a", 7L), Parts(Extent("  RW\t63   FLAT \t \"a\"  7  ")));

    [Fact]
    public void Every_line_counts_in_its_order()
    {
        var descriptor = DescriptorPicture.Of(
            "RW 1 ZERO", "ddb.a=1", "RDONLY 2 FLAT \"a\" 0", "createType=custom", "NOACCESS 3 ZERO", "RW 1 ZERO");

        Assert.Equal([(1, 2), (2, 4), (3, 6), (1, 7)], descriptor.Extents.Select(one => (one.Sectors, one.Line)));
    }

    private static VmdkExtent Extent(string line) => Assert.Single(DescriptorPicture.Of(line).Extents);

    private static (long Sectors, string? Name, long? Offset) Parts(VmdkExtent extent) =>
        (extent.Sectors, extent.FileName, extent.Offset);
}
