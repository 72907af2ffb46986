using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>What other readers say of VMDKs that neither they nor we made.</summary>
public sealed class SampleVmdkJudgesTests(SampleFolder folder) : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public static TheoryData<string> Whole => SampleManifest.Paths(s => s.IsWholeVmdk);

    public void Dispose() => _own.Dispose();

    [SampleTheory("qemu-img")]
    [MemberData(nameof(Whole))]
    public async Task qemu_reads_the_same(string path)
    {
        using (var image = DiskImage.Open(folder.Unpack(path)))
        {
            GuestDump.Write(image, _own["ours.raw"]);
        }

        await Qemu.AssertSame("vmdk", folder.Unpack(path), "raw", _own["ours.raw"]);
    }

    /// <summary>
    /// VirtualBox rounds the header's capacity up to whole grains, and goes by the extent line of the descriptor, as
    /// libvmdk does. qemu and 7-Zip go by the header, and so do we: what one of them has written to the last grain is
    /// there for all. Behind the end that libvmdk sees are zeros.
    /// </summary>
    [SampleTheory("pyvmdk")]
    [MemberData(nameof(Whole))]
    public async Task libvmdk_reads_the_same(string path)
    {
        await Libyal.Vmdk.ToRaw(folder.Unpack(path), _own["theirs.raw"]);

        Assert.Equal(
            path == "vmdk/virtualbox/std-g1m.vmdk" ? 528_896 : SampleManifest.Find(path).VirtualSize!.Value,
            new FileInfo(_own["theirs.raw"]).Length);
        using (var file = File.OpenWrite(_own["theirs.raw"]))
        {
            file.SetLength(SampleManifest.Find(path).VirtualSize!.Value);
        }

        Assert.Equal(SampleManifest.Find(path).GuestSha256, Sha256.OfFile(_own["theirs.raw"]));
    }

    [SampleTheory("7z")]
    [MemberData(nameof(Whole))]
    public async Task Seven_zip_reads_the_same(string path)
    {
        var theirs = await SevenZip.ToRaw("vmdk", folder.Unpack(path), _own["theirs"]);

        Assert.Equal(SampleManifest.Find(path).GuestSha256, Sha256.OfFile(theirs));
    }
}
