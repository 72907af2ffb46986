using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>VMDKs of other software that are more than one sparse file: each is told what it is, none is read as
/// something else.</summary>
public sealed class SampleVmdkTests(SampleFolder folder)
{
    public static TheoryData<string> Others =>
        SampleManifest.Paths(s => s.Format == "vmdk" && !s.IsFlat && !s.IsWholeVmdk);

    public static TheoryData<string> Flat => SampleManifest.Paths(s => s.IsFlat);

    /// <summary>Files, and what their refusals must name.</summary>
    private static Dictionary<string, string> Reasons { get; } = new()
    {
        ["vmdk/discutils/sparse/c1.vmdk"] = "p.vmdk",
        ["vmdk/discutils/vmfssparse/p.vmdk"] = "text descriptor",
        ["vmdk/discutils/vmfssparse/c1.vmdk"] = "text descriptor",
        ["vmdk/discutils/vmfssparse/c1-delta.vmdk"] = "COWD",
        ["vmdk/qemu/stream-g7m.vmdk"] = "streamOptimized",
        ["vmdk/qemu/split/g7m.vmdk"] = "text descriptor",
        ["vmdk/qemu/split/g7m-s001.vmdk"] = "extent",
        ["vmdk/qemu/flat/g7m.vmdk"] = "text descriptor",
        ["vmdk/open-vmdk/g7m-mt.vmdk"] = "streamOptimized",
        ["vmdk/virtualbox/stream-g7m.vmdk"] = "streamOptimized",
        ["vmdk/virtualbox/split5g/g5g.vmdk"] = "text descriptor",
        ["vmdk/virtualbox/split5g/g5g-s001.vmdk"] = "extent",
        ["vmdk/virtualbox/split5g/g5g-s002.vmdk"] = "extent",
        ["vmdk/virtualbox/split5g/g5g-s003.vmdk"] = "extent",
        ["vmdk/vmdk-stream-converter/g1m.vmdk"] = "streamOptimized",
        ["vmdk/wild/vmware-version3-stream.vmdk"] = "streamOptimized",
        ["vmdk/wild/vmfs_thick.vmdk"] = "text descriptor",
        ["vmdk/wild/sesparse/descriptor.vmdk"] = "text descriptor",
        ["vmdk/wild/sesparse/sesparse.vmdk"] = "seSparse",
        ["malformed/afl9.vmdk"] = "Vmdk4Header.",
    };

    [SampleTheory]
    [MemberData(nameof(Others))]
    public void It_is_refused_by_what_it_is(string path)
    {
        var refusal = Assert.Throws<ImageException>(() => DiskImage.Open(folder.Unpack(path)));

        Assert.Contains("VMDK", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Reasons[path], refusal.Message[path.Length..], StringComparison.Ordinal);
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
