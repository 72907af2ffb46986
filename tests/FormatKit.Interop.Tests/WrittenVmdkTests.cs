using System.Globalization;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>VMDKs that we made and wrote to hold for others what they hold for us.</summary>
public sealed class WrittenVmdkTests : IDisposable
{
    private const long MiB = 1 << 20;
    private const long TiB = 1L << 40;
    private const long HugeSize = (3 * TiB) + 1024;
    private readonly TemporaryFolder _folder = new();

    /// <summary>Every option, and sizes that fill no grain, one, and more than a table.</summary>
    public static TheoryData<string, long, int> Disks => [.. PlainDisks, .. ZeroedDisks];

    public static TheoryData<string, long, int> PlainDisks => new()
    {
        { "", 512, 1 },
        { "", 65_536, 2 },
        { "", MiB + 512, 3 },
        { "", (37 * MiB) + 1536, 4 },
        { "subformat=monolithicSparse", 5 * MiB, 5 },
        { "lazy_tables=on", 512, 6 },
        { "lazy_tables=on", (37 * MiB) + 1536, 7 },
        { "grain_size=8K", 512, 8 },
        { "grain_size=8K", (9 * MiB) + 512, 9 },
        { "grain_size=32K", (17 * MiB) + 512, 10 },
        { "grain_size=1M", (37 * MiB) + 512, 11 },
        { "adapter_type=ide", 3 * MiB, 12 },
        { "adapter_type=buslogic", 3 * MiB, 13 },
        { "adapter_type=lsilogic,hwversion=8", 3 * MiB, 14 },
        { "adapter_type=legacyESX", 3 * MiB, 15 },
    };

    private static TheoryData<string, long, int> ZeroedDisks => new()
    {
        { "zeroed_grain=on", 512, 21 },
        { "zeroed_grain=on", (37 * MiB) + 1536, 22 },
        { "zeroed_grain=on,lazy_tables=on,grain_size=8K", (21 * MiB) + 512, 23 },
    };

    public static TheoryData<string> Huge => ["", "zeroed_grain=on", "lazy_tables=on"];

    /// <summary>The last one ends with the disk.</summary>
    private static (long Offset, byte Pattern)[] HugeWrites =>
        [(0, 1), ((2 * TiB) - 4096, 2), (2 * TiB, 3), (HugeSize - 4096, 4)];

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Disks))]
    public async Task qemu_reads_the_bytes_and_the_size_that_were_written(string options, long size, int seed)
    {
        using var written = WrittenImage.Make(_folder, "vmdk", options, size, seed);

        await Qemu.AssertSame("vmdk", written.Path, "raw", written.Model.Path);
        await Qemu.Img("convert", "-f", "vmdk", "-O", "raw", written.Path, _folder["theirs.raw"]);
        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(_folder["theirs.raw"]));
    }

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Disks))]
    public async Task qemu_checks_what_was_written_and_finds_nothing(string options, long size, int seed)
    {
        using var written = WrittenImage.Make(_folder, "vmdk", options, size, seed);

        await Qemu.Check("vmdk", written.Path);
    }

    /// <summary>Without zeroed grains, which libvmdk does not know.</summary>
    [PeerTheory("pyvmdk")]
    [MemberData(nameof(PlainDisks))]
    public async Task libvmdk_reads_the_bytes_and_the_size_that_were_written(string options, long size, int seed)
    {
        using var written = WrittenImage.Make(_folder, "vmdk", options, size, seed);

        await Libyal.Vmdk.ToRaw(written.Path, _folder["theirs.raw"]);

        Assert.Equal(size, new FileInfo(_folder["theirs.raw"]).Length);
        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(_folder["theirs.raw"]));
    }

    [PeerTheory("7z")]
    [MemberData(nameof(Disks))]
    public async Task Seven_zip_reads_the_bytes_and_the_size_that_were_written(string options, long size, int seed)
    {
        using var written = WrittenImage.Make(_folder, "vmdk", options, size, seed);

        var theirs = await SevenZip.ToRaw("vmdk", written.Path, _folder["theirs"]);

        Assert.Equal(size, new FileInfo(theirs).Length);
        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(theirs));
    }

    /// <summary>What stands in the descriptor.</summary>
    [PeerFact("vmdkinfo")]
    public async Task libvmdk_sees_our_type_size_and_extent()
    {
        Create("", (6 * MiB) + 512).Dispose();

        var info = await Peer.Run("vmdkinfo", _folder["a.img"]);

        Assert.Equal(0, info.ExitCode);
        Assert.Contains("Monolithic sparse", info.Output, StringComparison.Ordinal);
        Assert.Contains("(6291968 bytes)", info.Output, StringComparison.Ordinal);
        Assert.Matches("Parent content identifier:\\s*0xffffffff", info.Output);
        Assert.Matches("Filename:\\s*a\\.img", info.Output);
    }

    [PeerTheory("qemu-img")]
    [InlineData("")]
    [InlineData("zeroed_grain=on")]
    public async Task A_discarded_disk_is_zeros_to_all_and_has_given_its_storage_back(string options)
    {
        const long Size = (20 * MiB) + 512;
        using var model = new GuestModel(_folder["model.raw"], Size);
        using (var image = Create(options, Size))
        {
            image.Write(GuestBytes.Random(new Random(1), (int)Size), 0);
            image.Flush();
            Assert.InRange(image.AllocatedBytes, 20 * MiB, 24 * MiB);
            image.Discard(0, Size);
            image.Flush();
            Assert.InRange(image.AllocatedBytes, 0, MiB);
        }

        await Qemu.AssertSame("vmdk", _folder["a.img"], "raw", model.Path);
        await Qemu.Check("vmdk", _folder["a.img"]);
        var map = Assert.Single(await Qemu.Map("vmdk", _folder["a.img"]));
        Assert.True(map is { Zero: true, Data: false });
    }

    /// <summary>More sectors than 32 bits count.</summary>
    [PeerTheory("qemu-io")]
    [MemberData(nameof(Huge))]
    public async Task qemu_reads_both_ends_and_the_middle_of_a_disk_of_3_TiB(string options)
    {
        WriteHuge(options);

        await Qemu.Io("vmdk", _folder["a.img"], HugeWrites.Select(write => ReadPattern(write.Offset, write.Pattern)));
        Assert.Equal(HugeSize, await Qemu.VirtualSize("vmdk", _folder["a.img"]));
    }

    /// <summary>Grain by grain: holes of the file inside a grain, which we know of, are data to qemu. One disk only, as
    /// qemu takes its time.</summary>
    [PeerFact("qemu-img")]
    public async Task qemu_and_we_map_a_disk_of_3_TiB_alike()
    {
        WriteHuge("");

        var theirs = await Qemu.Map("vmdk", _folder["a.img"]);

        using var image = WrittenImage.Open(_folder["a.img"], "vmdk");
        Assert.Equal(theirs, Grains(image.Map(0, image.Length)));
    }

    [PeerFact("qemu-img")]
    public async Task qemu_checks_a_disk_of_3_TiB_and_finds_nothing()
    {
        WriteHuge("");

        await Qemu.Check("vmdk", _folder["a.img"]);
    }

    /// <summary>libvmdk knows no zeroed grains, but there are none here.</summary>
    [PeerTheory("pyvmdk")]
    [MemberData(nameof(Huge))]
    public async Task libvmdk_reads_both_ends_and_the_middle_of_a_disk_of_3_TiB(string options)
    {
        WriteHuge(options);

        foreach (var (offset, pattern) in HugeWrites)
        {
            Assert.Equal(Enumerable.Repeat(pattern, 4096), await Libyal.Vmdk.Read(_folder["a.img"], offset, 4096));
        }
    }

    private static string ReadPattern(long offset, byte pattern) => string.Create(
        CultureInfo.InvariantCulture, $"read -P {pattern} {offset} 4096");

    private void WriteHuge(string options)
    {
        using var image = Create(options, HugeSize);
        foreach (var (offset, pattern) in HugeWrites)
        {
            image.Write(Enumerable.Repeat(pattern, 4096).ToArray(), offset);
        }

        image.Flush();
        Assert.InRange(image.AllocatedBytes, 1, 8 * MiB);
    }

    private DiskImage Create(string options, long size) =>
        WrittenImage.Create(_folder["a.img"], "vmdk", options, size);

    /// <summary>Whatever has a place, joined where guest and file go on.</summary>
    private static List<MapEntry> Grains(IEnumerable<MapEntry> map)
    {
        var grains = new List<MapEntry>();
        foreach (var entry in map)
        {
            var last = grains.LastOrDefault();
            if (entry.Offset is not null && last.Offset + last.Length == entry.Offset && last.End == entry.Start)
            {
                grains[^1] = last with { Length = last.Length + entry.Length };
            }
            else
            {
                grains.Add(entry with { Data = entry.Offset is not null, Zero = entry.Offset is null });
            }
        }

        return grains;
    }
}
