using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>VMDKs of other software, which are told and not opened yet.</summary>
public sealed class SampleVmdkTests(SampleFolder folder)
{
    public static TheoryData<string> Vmdks => SampleManifest.Paths(s => s.Format == "vmdk" && !s.IsFlat);

    public static TheoryData<string> Flat => SampleManifest.Paths(s => s.IsFlat);

    [SampleTheory]
    [MemberData(nameof(Vmdks))]
    public void A_VMDK_or_a_part_of_one_is_refused_as_VMDK_and_not_read_as_raw(string path)
    {
        var refusal = Assert.Throws<ImageException>(() => DiskImage.Open(folder.Unpack(path)));

        Assert.Contains("VMDK", refusal.Message, StringComparison.Ordinal);
    }

    [SampleTheory]
    [MemberData(nameof(Flat))]
    public void A_flat_extent_is_raw(string path)
    {
        using var image = DiskImage.Open(folder.Unpack(path));

        Assert.Same(ImageFormats.Raw, image.Format);
        Assert.Equal(SampleManifest.Find(path).FileSha256, Sha256.OfGuest(image));
    }
}
