using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>Where the guest's bytes are, by our map and by qemu's.</summary>
public sealed class MapTests : IDisposable
{
    private const long MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PeerFact("qemu-img")]
    public async Task Of_a_raw_disk_the_maps_are_the_same()
    {
        using (var model = new GuestModel(_folder["a.img"], 20 * MiB))
        {
            model.Write(GuestBytes.Random(new Random(1), (int)MiB), 3 * MiB);
            model.Write(GuestBytes.Random(new Random(2), 70_000), (9 * MiB) + 512);
            model.Write([1], (20 * MiB) - 1);
        }

        Assert.Equal(await Qemu.Map("raw", _folder["a.img"]), OurMap("raw"));
    }

    /// <summary>
    /// Of a hole in the file qemu says that it is zeros and data both: its VHD driver answers for the one, the file
    /// below for the other. Its manual has data for "actual non-zero data", as we have.
    /// </summary>
    [PeerFact("qemu-img")]
    public async Task Of_a_fixed_VHD_the_maps_are_the_same_but_zeros_are_no_data()
    {
        using (var image = Create("vpc", "subformat=fixed"))
        {
            image.Write(GuestBytes.Random(new Random(1), (int)MiB), 3 * MiB);
        }

        var theirs = await Qemu.Map("vpc", _folder["a.img"]);
        Assert.Equal(theirs.Select(entry => entry with { Data = !entry.Zero }), OurMap("vpc"));
    }

    /// <summary>
    /// qemu maps whole blocks of a dynamic VHD and whole grains of a VMDK and calls all of one data. We look further,
    /// at sector bitmaps and at holes in the file, so we know more zeros. What we call data qemu must call data in the
    /// same place, and what qemu calls zeros must be zeros for us.
    /// </summary>
    [PeerTheory("qemu-img")]
    [InlineData("vpc", "subformat=dynamic")]
    [InlineData("vpc", "subformat=dynamic,block_size=512K")]
    [InlineData("vmdk", "")]
    [InlineData("vmdk", "zeroed_grain=on")]
    [InlineData("vmdk", "lazy_tables=on,grain_size=8K")]
    public async Task Of_a_sparse_disk_we_know_all_zeros_that_qemu_knows_and_the_same_places(
        string format, string options)
    {
        var random = new Random(3);
        using (var image = Create(format, options))
        using (var model = new GuestModel(_folder["model.raw"], image.Length))
        {
            RandomWriting.Run(random, 10, image, model);
            image.Write(GuestBytes.Random(random, 1000), 12_345);
        }

        var ours = OurMap(format);
        foreach (var theirs in await Qemu.Map(format, _folder["a.img"]))
        {
            foreach (var entry in ours.Where(entry => entry.Start < theirs.End && theirs.Start < entry.End))
            {
                var start = Math.Max(entry.Start, theirs.Start);
                Assert.True(entry.Zero || !theirs.Zero, $"at {start}: {entry}, {theirs}");
                Assert.True(theirs.Data || !entry.Data, $"at {start}: {entry}, {theirs}");
                if (entry.Offset is { } ourPlace)
                {
                    Assert.Equal(theirs.Offset + (start - theirs.Start), ourPlace + (start - entry.Start));
                }
            }
        }

        Assert.Equal(20 * MiB, ours[^1].End);
    }

    /// <summary>Places in blocks and holes that we call zero read as zeros.</summary>
    [Theory]
    [InlineData("vpc", "subformat=dynamic,block_size=512K")]
    [InlineData("vmdk", "")]
    [InlineData("vmdk", "zeroed_grain=on,grain_size=1M")]
    public void What_the_map_calls_zero_reads_as_zeros(string format, string options)
    {
        var random = new Random(4);
        using var image = Create(format, options);
        using var model = new GuestModel(_folder["model.raw"], image.Length);
        RandomWriting.Run(random, 20, image, model);

        foreach (var entry in image.Map(0, image.Length).Where(entry => entry.Zero))
        {
            var bytes = new byte[entry.Length];
            image.Read(bytes, entry.Start);
            Assert.False(bytes.ContainsAnyExcept((byte)0), $"{entry}");
        }
    }

    private List<MapEntry> OurMap(string format)
    {
        using var image = WrittenImage.Open(_folder["a.img"], format);
        return [.. image.Map(0, image.Length)];
    }

    private DiskImage Create(string format, string options) =>
        WrittenImage.Create(_folder["a.img"], format, options, 20 * MiB);
}
