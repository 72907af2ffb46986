using FormatKit.Disks;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>VMDKs that qemu made hold for us what they hold for qemu.</summary>
public sealed class QemuVmdkTests : IDisposable
{
    private const long MiB = 1 << 20;
    private const long TiB = 1L << 40;
    private readonly TemporaryFolder _folder = new();

    /// <summary>With and without zeroed grains, and sizes that fill no grain, one, and more than a table.</summary>
    public static TheoryData<string, long> Disks
    {
        get
        {
            var disks = new TheoryData<string, long>();
            foreach (var zeroedGrain in new[] { "off", "on" })
            {
                foreach (var size in new[] { 512, 65_536, MiB + 512, 32 * MiB, (37 * MiB) + 1536 })
                {
                    disks.Add(zeroedGrain, size);
                }
            }

            return disks;
        }
    }

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Disks))]
    public async Task A_disk_converted_by_qemu_has_the_same_size_and_bytes(string zeroedGrain, long size)
    {
        var random = new Random((int)size);
        using (var source = new GuestModel(_folder["source.raw"], size))
        {
            for (var written = 0; written < 12; written++)
            {
                var (offset, length) = RandomWriting.Range(random, size);
                source.Write(GuestBytes.OfAnyKind(random, length), offset);
            }
        }

        await Qemu.Img(
            "convert", "-f", "raw", "-O", "vmdk", "-o", $"zeroed_grain={zeroedGrain}", _folder["source.raw"],
            _folder["a.vmdk"]);

        await Qemu.AssertReadAlike("vmdk", _folder["a.vmdk"], _folder);
    }

    /// <summary>Where qemu marks a grain as zeroed, it forgets the one that was there.</summary>
    [PeerTheory("qemu-io")]
    [InlineData("off")]
    [InlineData("on")]
    public async Task A_disk_written_by_qemu_at_odd_offsets_has_the_same_bytes(string zeroedGrain)
    {
        await Qemu.Img("create", "-f", "vmdk", "-o", $"zeroed_grain={zeroedGrain}", _folder["a.vmdk"], "41M");
        var random = new Random(4);
        var writes = Enumerable.Range(0, 60).Select(_ => RandomWriting.Range(random, 41 * MiB))
            .Select(range => random.Next(3) == 0
                ? Qemu.WriteZeros(range.Offset, range.Length)
                : Qemu.WritePattern((byte)random.Next(256), range.Offset, range.Length));
        await Qemu.Io("vmdk", _folder["a.vmdk"], [.. writes]);

        await Qemu.AssertReadAlike("vmdk", _folder["a.vmdk"], _folder, mayLeak: zeroedGrain == "on");
    }

    [PeerTheory("qemu-img")]
    [InlineData("ide")]
    [InlineData("buslogic")]
    [InlineData("lsilogic")]
    [InlineData("legacyESX")]
    public async Task A_disk_of_any_adapter_and_hardware_version_is_read(string adapter)
    {
        await Qemu.Img(
            "create", "-f", "vmdk", "-o", $"adapter_type={adapter},hwversion=8", _folder["a.vmdk"], "3M");
        await Qemu.Io("vmdk", _folder["a.vmdk"], Qemu.WritePattern(9, 70_000, 70_000));

        await Qemu.AssertReadAlike("vmdk", _folder["a.vmdk"], _folder);
    }

    [PeerFact("qemu-io")]
    public async Task A_disk_of_3_TiB_has_its_first_and_last_bytes_where_they_were_written()
    {
        const long Size = (3 * TiB) + 512;
        await Qemu.Img("create", "-f", "vmdk", _folder["a.vmdk"], $"{Size}");
        await Qemu.Io(
            "vmdk", _folder["a.vmdk"], Qemu.WritePattern(1, 0, 700), Qemu.WritePattern(2, (2 * TiB) - 5, 10),
            Qemu.WritePattern(3, Size - 3000, 3000));

        using var image = DiskImage.Open(_folder["a.vmdk"]);

        Assert.Equal(Size, image.Length);
        Assert.Equal([.. Enumerable.Repeat((byte)1, 700), 0], Read(image, 0, 701));
        Assert.Equal([0, .. Enumerable.Repeat((byte)2, 10), 0], Read(image, (2 * TiB) - 6, 12));
        Assert.Equal([0, .. Enumerable.Repeat((byte)3, 3000)], Read(image, Size - 3001, 3001));
    }

    /// <summary>The one extent line of an embedded descriptor means this file, whatever name stands there.</summary>
    [PeerFact("qemu-io")]
    public async Task A_renamed_disk_opens()
    {
        await Qemu.Img("create", "-f", "vmdk", _folder["a.vmdk"], "3M");
        await Qemu.Io("vmdk", _folder["a.vmdk"], Qemu.WritePattern(9, 70_000, 70_000));
        File.Move(_folder["a.vmdk"], _folder["b.vmdk"]);

        await Qemu.AssertReadAlike("vmdk", _folder["b.vmdk"], _folder);
    }

    /// <summary>All that qemu makes besides, and what the refusal calls it.</summary>
    [PeerTheory("qemu-img")]
    [InlineData("streamOptimized", "streamOptimized")]
    [InlineData("monolithicFlat", "text descriptor")]
    [InlineData("twoGbMaxExtentSparse", "text descriptor")]
    [InlineData("twoGbMaxExtentFlat", "text descriptor")]
    public async Task Other_subformats_are_refused_by_what_they_are(string subformat, string reason)
    {
        await Qemu.Img("create", "-f", "vmdk", "-o", $"subformat={subformat}", _folder["a.vmdk"], "3M");

        var refusal = Assert.Throws<ImageException>(() => DiskImage.Open(_folder["a.vmdk"]));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [PeerFact("qemu-img")]
    public async Task A_child_is_refused_and_its_parent_named()
    {
        await Qemu.Img("create", "-f", "vmdk", _folder["parent.vmdk"], "3M");
        await Qemu.Img(
            "create", "-f", "vmdk", "-b", _folder["parent.vmdk"], "-F", "vmdk", _folder["a.vmdk"]);

        var refusal = Assert.Throws<ImageException>(() => DiskImage.Open(_folder["a.vmdk"]));

        Assert.Contains("parent.vmdk", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Read(DiskImage image, long offset, int length)
    {
        var bytes = new byte[length];
        image.Read(bytes, offset);
        return bytes;
    }
}
