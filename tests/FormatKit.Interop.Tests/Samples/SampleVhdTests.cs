using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>VHDs of other software: what is in them, by seeded guests and by readers that agree.</summary>
public sealed class SampleVhdTests(SampleFolder folder)
{
    public static TheoryData<string> Zeros => SampleManifest.Paths(s => s.IsWholeVhd && s.IsZeros);

    public static TheoryData<string> Differencing => SampleManifest.Paths(s => s.Format == "vhd" && s.IsDifferencing);

    public static TheoryData<string> Damaged =>
        SampleManifest.Paths(s => s.Format == "vhd" && s.IsRefused && !s.IsDifferencing);

    [SampleTheory]
    [MemberData(nameof(Zeros))]
    public void Its_guest_is_zeros_from_end_to_end(string path)
    {
        using var image = DiskImage.Open(folder.Unpack(path));

        var map = Assert.Single(image.Map(0, image.Length));
        Assert.Equal(SampleManifest.Find(path).VirtualSize, map.Length);
        Assert.True(map is { Zero: true, Data: false });
        var end = new byte[512];
        image.Read(end, image.Length - end.Length);
        Assert.Equal(new byte[512], end);
    }

    /// <summary>Virtual PC's disks have the size of their geometry, here 4,064 sectors less than the current size.
    /// </summary>
    [SampleTheory]
    [InlineData("auto", 136_363_130_880)]
    [InlineData("chs", 136_363_130_880)]
    [InlineData("current", 136_365_211_648)]
    public void A_disk_of_Virtual_PC_is_cut_to_its_geometry_unless_told_otherwise(string rule, long length)
    {
        var options = new ImageOpenOptions { Options = OptionValues.Parse([$"size={rule}"]) };
        using var image = DiskImage.Open(folder.Unpack("vhd/wild/virtualpc-dynamic.vhd"), options);

        Assert.Equal(length, image.Length);
    }

    [SampleTheory]
    [MemberData(nameof(Differencing))]
    public void A_differencing_disk_is_refused_and_its_parent_named(string path)
    {
        var refusal = Assert.Throws<ImageException>(() => DiskImage.Open(folder.Unpack(path)));

        var note = SampleManifest.Find(path).Note;
        var parent = note[(note.IndexOf("parent ", StringComparison.Ordinal) + "parent ".Length)..].Split(' ', ',')[0];
        Assert.Contains("differencing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(parent, refusal.Message, StringComparison.Ordinal);
    }

    [SampleTheory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_one_is_refused(string path) =>
        Assert.Throws<ImageException>(() => DiskImage.Open(folder.Unpack(path)));

    /// <summary>afl5.vhd asks for 1,073,741,825 table entries, but its header does not even fit into its 1,028 bytes:
    /// qemu takes what is missing for zeros, we do not get as far as the entries.</summary>
    [SampleTheory]
    [InlineData("malformed/afl5.vhd", "VhdFooter.DataOffset")]
    [InlineData("malformed/hand-edited.vhd", "VhdFooter.Checksum")]
    public void The_refusal_of_a_damaged_one_names_the_field(string path, string field)
    {
        var refusal = Assert.Throws<ImageException>(() => DiskImage.Open(folder.Unpack(path)));

        Assert.Equal(field, refusal.Field);
        Assert.NotNull(refusal.Offset);
        Assert.NotNull(refusal.Found);
        Assert.NotNull(refusal.Expected);
    }
}
