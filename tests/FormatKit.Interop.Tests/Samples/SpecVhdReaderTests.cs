using FormatKit.Disks.Tests.Spec;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>Whether the reader that judges our VHDs is right itself: on those of other software, whose guests are
/// known.</summary>
public sealed class SpecVhdReaderTests(SampleFolder folder)
{
    public static TheoryData<string> Whole => SampleManifest.Paths(
        s => s.IsWholeVhd && !s.IsZeros && s.Path != "vhd/qemu/q-dynamic-fsoff-g7m.vhd");

    public static TheoryData<string> Children =>
        SampleManifest.Paths(s => s.Format == "vhd" && s.IsDifferencing && !s.IsRefused);

    [SampleTheory]
    [MemberData(nameof(Whole))]
    public void It_reads_disks_that_stand_alone(string path)
    {
        using var file = File.OpenRead(folder.Unpack(path));

        Assert.Equal(SampleManifest.Find(path).GuestSha256, new SpecVhdReader(file).Sha256());
    }

    [SampleTheory]
    [MemberData(nameof(Children))]
    public void It_reads_children_of_blktap_VirtualBox_and_DiscUtils(string path)
    {
        var sample = SampleManifest.Find(path);
        using var parentFile = File.OpenRead(
            folder.Unpack(Path.Combine(Path.GetDirectoryName(path)!, sample.Parent!)));
        using var file = File.OpenRead(folder.Unpack(path));
        SpecDisk parent = sample.Parent!.EndsWith(".raw", StringComparison.Ordinal)
            ? new SpecRawDisk(parentFile)
            : new SpecVhdReader(parentFile);

        Assert.Equal(sample.GuestSha256, new SpecVhdReader(file, parent).Sha256());
    }
}
