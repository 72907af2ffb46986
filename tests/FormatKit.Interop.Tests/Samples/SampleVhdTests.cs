using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>VHDs of other software: what is in them, by seeded guests and by readers that agree.</summary>
public sealed class SampleVhdTests(SampleFolder folder)
{
    public static TheoryData<string> Zeros => SampleManifest.Paths(s => s.IsWholeVhd && s.IsZeros);

    public static TheoryData<string> Children =>
        SampleManifest.Paths(s => s.Format == "vhd" && s.IsDifferencing && !s.IsRefused);

    public static TheoryData<string> Orphans =>
        SampleManifest.Paths(s => s.Format == "vhd" && s.IsDifferencing && s.IsRefused);

    public static TheoryData<string> OfXenServer => SampleManifest.Paths(
        s => s.Format == "vhd" && s.Path.StartsWith("vhd/blktap/", StringComparison.Ordinal));

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
    [MemberData(nameof(OfXenServer))]
    public void A_batmap_of_blktap_is_trusted_and_says_what_the_sector_bitmaps_say(string path)
    {
        using var image = DiskImage.Open(folder.Unpack(path));

        Assert.Contains(image.Details, detail => detail is { Name: "batmap", Value: "yes" });
        Assert.Empty(image.Warnings);
        var file = File.ReadAllBytes(folder.Unpack(path));
        Assert.Equal(FullBlocks.ByBitmaps(file), FullBlocks.ByBatmap(file));
        Assert.True(ImageCheck.Of(folder.Unpack(path)).IsClean);
    }

    [SampleTheory]
    [MemberData(nameof(Children))]
    public void A_child_shows_what_it_and_its_parent_have(string path)
    {
        var sample = SampleManifest.Find(path);
        var parent = folder.Unpack(Path.Combine(Path.GetDirectoryName(path)!, sample.Parent!));
        using var image = DiskImage.Open(folder.Unpack(path));

        Assert.Equal(sample.VirtualSize, image.Length);
        Assert.Equal(parent, image.Backing!.Name);
        Assert.Equal(sample.GuestSha256, Sha256.OfGuest(image));
    }

    /// <summary>Its parent is not among the images; what Windows wrote about it is.</summary>
    [SampleTheory]
    [MemberData(nameof(Orphans))]
    public void A_child_without_its_parent_is_refused_and_the_parent_named(string path)
    {
        var refusal = Assert.Throws<BackingException>(() => DiskImage.Open(folder.Unpack(path)));

        Assert.Contains(SampleManifest.Find(path).Note.Split(' ').Single(word => word.Contains("parent.vhd")),
            refusal.Message, StringComparison.Ordinal);
        Assert.Contains("fkit relink", refusal.Message, StringComparison.Ordinal);
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
