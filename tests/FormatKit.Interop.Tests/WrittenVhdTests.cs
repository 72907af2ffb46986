using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>VHDs that we made and wrote to hold for others what they hold for us.</summary>
public sealed class WrittenVhdTests : IDisposable
{
    private const long KiB = 1 << 10;
    private const long MiB = 1 << 20;
    private const long GiB = 1 << 30;
    private readonly TemporaryFolder _folder = new();

    /// <summary>Options and sizes, none of which a geometry has to have.</summary>
    public static TheoryData<string, long, int> Disks => new()
    {
        { "subformat=fixed", 512, 1 },
        { "subformat=fixed", MiB + 512, 2 },
        { "subformat=fixed", (9 * MiB) + 1536, 3 },
        { "subformat=dynamic", 512, 4 },
        { "subformat=dynamic", MiB + 512, 5 },
        { "subformat=dynamic", 2 * MiB, 6 },
        { "subformat=dynamic", (11 * MiB) + 1024, 7 },
        { "subformat=dynamic", 40 * MiB, 8 },
        { "subformat=dynamic,block_size=512K", (5 * MiB) + 512, 9 },
        { "subformat=dynamic,block_size=512K", 24 * MiB, 10 },
        { "subformat=dynamic,batmap=on", (21 * MiB) + 512, 11 },
    };

    public static TheoryData<long> OtherBlockSizes =>
        [4 * KiB, 8 * KiB, 64 * KiB, MiB, 4 * MiB, 32 * MiB, 256 * MiB];

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Disks))]
    public async Task qemu_reads_the_bytes_and_the_size_that_were_written(string options, long size, int seed)
    {
        using var written = WrittenImage.Make(_folder, "vpc", options, size, seed);

        Assert.Equal(size, await Qemu.VirtualSize("vpc", _folder["a.img"]));
        await Qemu.AssertSame("vpc", written.Path, "raw", written.Model.Path);
        await Qemu.Img("convert", "-f", "vpc", "-O", "raw", _folder["a.img"], _folder["theirs.raw"]);
        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(_folder["theirs.raw"]));
    }

    [PeerTheory("pyvhdi")]
    [MemberData(nameof(Disks))]
    public async Task libvhdi_reads_the_bytes_and_the_size_that_were_written(string options, long size, int seed)
    {
        using var written = WrittenImage.Make(_folder, "vpc", options, size, seed);

        await Libyal.Vhdi.ToRaw(_folder["a.img"], _folder["theirs.raw"]);

        Assert.Equal(size, new FileInfo(_folder["theirs.raw"]).Length);
        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(_folder["theirs.raw"]));
    }

    [PeerTheory("7z")]
    [MemberData(nameof(Disks))]
    public async Task Seven_zip_reads_the_bytes_and_the_size_that_were_written(string options, long size, int seed)
    {
        using var written = WrittenImage.Make(_folder, "vpc", options, size, seed);

        var theirs = await SevenZip.ToRaw("vpc", _folder["a.img"], _folder["theirs"]);

        Assert.Equal(size, new FileInfo(theirs).Length);
        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(theirs));
    }

    [PeerTheory("qemu-img")]
    [MemberData(nameof(OtherBlockSizes))]
    public async Task qemu_reads_blocks_of_every_size_from_4_KiB_on(long blockSize)
    {
        using var written = WrittenImage.Make(
            _folder, "vpc", $"block_size={blockSize}", (17 * MiB) + 512, (int)blockSize);

        await Qemu.AssertSame("vpc", written.Path, "raw", written.Model.Path);
    }

    /// <summary>
    /// Blocks that small have a bitmap of less than a sector, which still takes a whole one. 7-Zip and we read them so;
    /// qemu takes the bitmap for the first data, and libvhdi refuses the disk.
    /// </summary>
    [PeerTheory("7z")]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(2048)]
    public async Task Seven_zip_reads_blocks_of_less_than_4_KiB(int blockSize)
    {
        using var written = WrittenImage.Make(_folder, "vpc", $"block_size={blockSize}", 64 * KiB, blockSize);

        var theirs = await SevenZip.ToRaw("vpc", _folder["a.img"], _folder["theirs"]);

        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(theirs));
    }

    [PeerTheory("vhdiinfo")]
    [InlineData("subformat=dynamic", "Dynamic")]
    [InlineData("subformat=fixed", "Fixed")]
    public async Task libvhdi_sees_our_type_and_size(string options, string type)
    {
        Create(options, (6 * MiB) + 512).Dispose();

        var info = await Peer.Run("vhdiinfo", _folder["a.img"]);

        Assert.Contains(type, info.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("(6291968 bytes)", info.Output, StringComparison.Ordinal);
    }

    [PeerTheory("qemu-img")]
    [InlineData("subformat=dynamic")]
    [InlineData("subformat=fixed")]
    public async Task qemu_reads_both_ends_of_a_disk_of_10_GiB(string options)
    {
        const long Size = (10 * GiB) + 512;
        var random = new Random(10);
        using var model = new GuestModel(_folder["model.raw"], Size);
        using (var image = Create(options, Size))
        {
            foreach (var offset in new[] { 3, (4 * GiB) - 1000, (8 * GiB) + 1, Size - 70_000 })
            {
                var bytes = GuestBytes.Random(random, 70_000);
                image.Write(bytes, offset);
                model.Write(bytes, offset);
            }
        }

        await Qemu.AssertSame("vpc", _folder["a.img"], "raw", model.Path);
    }

    [PeerTheory("qemu-img")]
    [InlineData("subformat=dynamic")]
    [InlineData("subformat=fixed")]
    public async Task A_disk_never_written_is_zeros_to_all(string options)
    {
        const long Size = (6 * MiB) + 512;
        Create(options, Size).Dispose();
        using var model = new GuestModel(_folder["model.raw"], Size);

        await Qemu.AssertSame("vpc", _folder["a.img"], "raw", model.Path);
    }

    [PeerFact("qemu-img")]
    public async Task A_discarded_disk_is_zeros_to_all_and_has_given_its_storage_back()
    {
        const long Size = (20 * MiB) + 512;
        using var model = new GuestModel(_folder["model.raw"], Size);
        using (var image = Create("subformat=dynamic", Size))
        {
            image.Write(GuestBytes.Random(new Random(1), (int)Size), 0);
            image.Flush();
            Assert.InRange(image.AllocatedBytes, 20 * MiB, 24 * MiB);
            image.Discard(0, Size);
            image.Flush();
            Assert.InRange(image.AllocatedBytes, 0, MiB);
        }

        await Qemu.AssertSame("vpc", _folder["a.img"], "raw", model.Path);
        var map = Assert.Single(await Qemu.Map("vpc", _folder["a.img"]));
        Assert.True(map is { Zero: true, Data: false });
    }

    private DiskImage Create(string options, long size) =>
        WrittenImage.Create(_folder["a.img"], "vpc", options, size);
}
