using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Interop.Tests.Samples;

namespace FormatKit.Interop.Tests;

/// <summary>VHDs whose headers were changed hold for others what they hold for us, and those of others for us.</summary>
public sealed class ChangedVhdTests(SampleFolder samples) : IDisposable
{
    private const long MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();

    /// <summary>Tables that grow where they are, that move, and that lose entries.</summary>
    public static TheoryData<string, long> Sizes => new()
    {
        { "block_size=2M", 20 * MiB },
        { "block_size=2M", (11 * MiB) + 512 },
        { "block_size=2M", 4 * MiB },
        { "block_size=512K", 200 * MiB },
        { "block_size=512K,batmap=on", 200 * MiB },
        { "subformat=fixed", 20 * MiB },
        { "subformat=fixed", 4 * MiB },
    };

    public static TheoryData<string> Children => SampleManifest.Paths(
        s => s.Format == "vhd" && s.IsDifferencing && !s.IsRefused);

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Sizes))]
    public async Task qemu_reads_a_disk_that_was_made_longer_or_shorter(string options, long size)
    {
        var path = Resized(options, size);

        Assert.Equal(size, await Qemu.VirtualSize("vpc", path));
        await Qemu.AssertSame("vpc", path, "raw", _folder["model.raw"]);
    }

    [PeerTheory("7z")]
    [MemberData(nameof(Sizes))]
    public async Task Seven_zip_reads_a_disk_that_was_made_longer_or_shorter(string options, long size)
    {
        var theirs = await SevenZip.ToRaw("vpc", Resized(options, size), _folder["theirs"]);

        Assert.Equal(Sha256.OfFile(_folder["model.raw"]), Sha256.OfFile(theirs));
    }

    [PeerTheory("qemu-img")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task qemu_reads_a_child_that_became_a_disk_of_its_own(int seed)
    {
        using var written = WrittenImage.Make(_folder, "vpc", "block_size=2M", 11 * MiB, seed);
        using (var parent = DiskImage.Open(written.Path))
        {
            SnapshotOperation.Run(parent, _folder["child.vhd"], new SnapshotOptions());
        }

        using (var child = DiskImage.Open(_folder["child.vhd"], new ImageOpenOptions { Writable = true }))
        {
            RandomWriting.Run(new Random(seed), 15, child, written.Model);
        }

        using (var store = HostStore.Open(_folder["child.vhd"], FileOpenOptions.ForWriting))
        {
            RebaseOperation.Run(
                store, new ImageOpenOptions { Format = ImageFormats.Vhd }, null, null, new RebaseOptions(),
                TestContext.Current.CancellationToken);
        }

        File.Delete(written.Path);
        await Qemu.AssertSame("vpc", _folder["child.vhd"], "raw", written.Model.Path);
    }

    [SampleTheory]
    [MemberData(nameof(Children))]
    public void A_child_of_another_writer_is_told_where_its_parent_is_and_holds_what_it_held(string path)
    {
        var sample = SampleManifest.Find(path);
        var (child, parent) = (_folder["moved child.vhd"], _folder["moved parent"]);
        File.Copy(samples.Unpack(path), child);
        File.Copy(samples.Unpack(Path.GetDirectoryName(path) + "/" + sample.Parent), parent);
        File.SetAttributes(child, FileAttributes.Normal);
        var format = Path.GetExtension(sample.Parent) == ".raw" ? ImageFormats.Raw : ImageFormats.Vhd;

        using (var opened = DiskImage.Open(parent, new ImageOpenOptions { Format = format }))
        using (var store = HostStore.Open(child, FileOpenOptions.ForWriting))
        {
            RelinkOperation.Run(store, ImageFormats.Vhd, ParentPath.Of(child, opened), force: false);
        }

        using var image = DiskImage.Open(child);
        Assert.Equal(sample.GuestSha256, Sha256.OfGuest(image));
        Assert.Empty(ImageCheck.Of(child).Findings);
    }

    private string Resized(string options, long size)
    {
        using var written = WrittenImage.Make(_folder, "vpc", options, (7 * MiB) + 1536, (int)size);
        using (var store = HostStore.Open(written.Path, FileOpenOptions.ForWriting))
        {
            ResizeOperation.Run(
                store, new ImageOpenOptions { Format = ImageFormats.Vhd }, size, allowDataLoss: true,
                TestContext.Current.CancellationToken);
        }

        written.Dispose();
        using var model = File.Open(_folder["model.raw"], FileMode.Open);
        model.SetLength(size);
        return written.Path;
    }
}
