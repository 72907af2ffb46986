using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>What other readers say of VHDs that neither they nor we made.</summary>
public sealed class SampleJudgesTests(SampleFolder folder) : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public static TheoryData<string> Whole => SampleManifest.Paths(s => s.IsWholeVhd && !s.IsZeros);

    public static TheoryData<string> WholeAndNotHidden => SampleManifest.Paths(
        s => s.IsWholeVhd && !s.IsZeros && s.Path != "vhd/blktap/hidden.vhd");

    public void Dispose() => _own.Dispose();

    /// <summary>
    /// On its own, qemu cuts the disks of VirtualBox and DiscUtils to their geometry, as it does not know the names of
    /// their creators. Everybody else reads their current size, so we are right; told to go by geometry, we agree.
    /// </summary>
    [SampleTheory("qemu-img")]
    [MemberData(nameof(Whole))]
    public async Task qemu_reads_the_same_up_to_the_size_that_it_sees(string path)
    {
        var file = folder.Unpack(path);
        var theirSize = await Qemu.VirtualSize("vpc", file);
        var rule = theirSize == SampleManifest.Find(path).VirtualSize ? "auto" : "chs";
        Assert.Equal(
            path is "vhd/virtualbox/base.vhd" or "vhd/virtualbox/vb-std-g1m.vhd" or "vhd/discutils/p.vhd"
                or "vhd/discutils/dyn512k-g7m.vhd",
            rule == "chs");

        var options = new ImageOpenOptions { Options = OptionValues.Parse([$"size={rule}"]) };
        using (var image = DiskImage.Open(file, options))
        {
            Assert.Equal(theirSize, image.Length);
            GuestDump.Write(image, _own["ours.raw"]);
        }

        await Qemu.AssertSame("vpc", file, "raw", _own["ours.raw"]);
    }

    [SampleTheory("pyvhdi")]
    [MemberData(nameof(Whole))]
    public async Task libvhdi_reads_the_same(string path)
    {
        await Libyal.Vhdi.ToRaw(folder.Unpack(path), _own["theirs.raw"]);

        Assert.Equal(SampleManifest.Find(path).GuestSha256, Sha256.OfFile(_own["theirs.raw"]));
    }

    /// <summary>All but the disk with a set byte among those reserved in its footer, blktap's mark for a hidden disk:
    /// 7-Zip wants zeros there and takes the file for no VHD.</summary>
    [SampleTheory("7z")]
    [MemberData(nameof(WholeAndNotHidden))]
    public async Task Seven_zip_reads_the_same(string path)
    {
        var theirs = await SevenZip.ToRaw("vpc", folder.Unpack(path), _own["theirs"]);

        Assert.Equal(SampleManifest.Find(path).GuestSha256, Sha256.OfFile(theirs));
    }
}
