using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>VHDs that qemu made hold for us what they hold for qemu.</summary>
public sealed class QemuVhdTests : IDisposable
{
    private const long MiB = 1 << 20;
    private const long GiB = 1 << 30;
    private readonly TemporaryFolder _folder = new();

    /// <summary>Subformats with and without sizes rounded up to a geometry, and sizes that fill no block.</summary>
    public static TheoryData<string, string, long> Disks
    {
        get
        {
            var disks = new TheoryData<string, string, long>();
            foreach (var subformat in new[] { "dynamic", "fixed" })
            {
                foreach (var forceSize in new[] { "on", "off" })
                {
                    foreach (var size in new[] { 512, 4096, MiB + 512, (7 * MiB) + 1536, 8 * MiB })
                    {
                        disks.Add(subformat, forceSize, size);
                    }
                }
            }

            return disks;
        }
    }

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Disks))]
    public async Task A_disk_converted_by_qemu_has_the_same_size_and_bytes(
        string subformat, string forceSize, long size)
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
            "convert", "-f", "raw", "-O", "vpc", "-o", $"subformat={subformat},force_size={forceSize}",
            _folder["source.raw"], _folder["a.vhd"]);

        await Qemu.AssertReadAlike("vpc", _folder["a.vhd"], _folder);
    }

    [PeerTheory("qemu-io")]
    [InlineData("dynamic")]
    [InlineData("fixed")]
    public async Task A_disk_written_by_qemu_at_odd_offsets_has_the_same_bytes(string subformat)
    {
        await Qemu.Img("create", "-f", "vpc", "-o", $"subformat={subformat},force_size=on", _folder["a.vhd"], "11M");
        var random = new Random(4);
        var writes = Enumerable.Range(0, 40).Select(_ => RandomWriting.Range(random, 11 * MiB))
            .Select(range => Qemu.WritePattern((byte)random.Next(256), range.Offset, range.Length));
        await Qemu.Io("vpc", _folder["a.vhd"], [.. writes]);

        await Qemu.AssertReadAlike("vpc", _folder["a.vhd"], _folder);
    }

    [PeerTheory("qemu-io")]
    [InlineData("on")]
    [InlineData("off")]
    public async Task A_disk_of_more_than_4_GiB_has_its_last_bytes_where_they_were_written(string forceSize)
    {
        var size = (5 * GiB) + (3 * MiB) + 512;
        await Qemu.Img("create", "-f", "vpc", "-o", $"force_size={forceSize}", _folder["a.vhd"], $"{size}");
        await Qemu.Io(
            "vpc", _folder["a.vhd"], Qemu.WritePattern(1, 0, 700), Qemu.WritePattern(2, (4 * GiB) - 5, 10),
            Qemu.WritePattern(3, size - 3000, 3000));

        using (var image = DiskImage.Open(_folder["a.vhd"]))
        {
            var end = new byte[3001];
            image.Read(end, size - end.Length);
            Assert.Equal([0, .. Enumerable.Repeat((byte)3, 3000)], end);
        }

        await Qemu.AssertReadAlike("vpc", _folder["a.vhd"], _folder);
    }
}
