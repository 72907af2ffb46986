using System.Text;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Spec;

/// <summary>Chains that we wrote, read by the specification.</summary>
public sealed class SpecReadChainTests
{
    private readonly MemoryGate _folder = new();

    [Theory]
    [InlineData(2, 4096, 61, "")]
    [InlineData(3, 4096, 61, "batmap=on")]
    [InlineData(3, 64 << 10, 1000, "")]
    [InlineData(3, 2 << 20, 9001, "profile=xen")]
    [InlineData(20, 4096, 61, "")]
    public void A_chain_has_what_was_written_to_each_of_its_layers(int depth, int blockSize, int sectors, string more)
    {
        var expected = new byte[sectors * 512];
        var random = new Random(depth + sectors);
        var options = OptionValues.Parse(
            [.. new[] { $"block_size={blockSize}", more }.Where(option => option.Length > 0)]);
        for (var layer = 0; layer < depth; layer++)
        {
            using var disk = Create(layer, expected.Length, options);
            for (var write = 0; write < 6; write++)
            {
                var sector = random.Next(sectors);
                var length = Math.Min(random.Next(1, 12) * 512, expected.Length - (sector * 512));
                var data = Bytes.Noise(length, (layer * 100) + write);
                disk.Write(data, sector * 512);
                data.CopyTo(expected, sector * 512);
            }

            // Half a sector: the rest of it comes from below.
            var odd = random.Next(expected.Length - 300);
            var part = Bytes.Noise(300, layer);
            disk.Write(part, odd);
            part.CopyTo(expected, odd);
        }

        Bytes.AssertEqual(expected, Judge(depth).ToArray());
    }

    [Fact]
    public void Data_in_the_last_block_of_a_disk_beyond_4_GiB_are_where_the_specification_has_them()
    {
        const long Length = (5L << 30) + 1536;
        using (var disk = Create(0, Length, OptionValues.None))
        {
            disk.Write(Bytes.Noise(2000, 1), Length - 2000);
        }

        using (var disk = Create(1, Length, OptionValues.None))
        {
            disk.Write(Bytes.Noise(512, 2), Length - 1024);
        }

        var expected = Bytes.Noise(2000, 1);
        Bytes.Noise(512, 2).CopyTo(expected, 2000 - 1024);
        var found = new byte[1536];
        var judge = Judge(2);
        for (var at = 0; at < 3; at++)
        {
            judge.ReadSector((Length / 512) - 3 + at, found.AsSpan(at * 512, 512));
        }

        Assert.Equal(Length, judge.Length);
        Bytes.AssertEqual(expected.AsSpan(^1536), found);
    }

    [Fact]
    public void A_child_names_its_parent_in_three_ways_that_can_be_read()
    {
        Create(0, 8192, OptionValues.None).Dispose();
        Create(1, 8192, OptionValues.None).Dispose();

        Assert.Equal(
            [
                (0, "MacX", "file://./layer0.vhd"),
                (1, "W2ku", @"\disks\layer0.vhd"),
                (2, "W2ru", @".\layer0.vhd"),
            ],
            Judge(2).Locators().Select(locator => (
                locator.Slot, locator.Code,
                (locator.Slot == 0 ? Encoding.UTF8 : Encoding.Unicode).GetString(locator.Name))));
    }

    private DiskImage Create(int layer, long length, OptionValues options)
    {
        var file = new MemoryStore();
        _folder[$"layer{layer}.vhd"] = file;
        if (layer == 0)
        {
            return DiskImage.Create(new LastingStore(file), ImageFormats.Vhd, length, options);
        }

        var below = $"layer{layer - 1}.vhd";
        using var parent = DiskImage.Open(
            new LastingStore(_folder[below]), new ImageOpenOptions { Gate = _folder, Format = ImageFormats.Vhd });
        var backing = new NewBacking(ImageFormats.Vhd, below, "/disks/" + below) { Identity = parent.Identity };
        return DiskImage.CreateChild(new LastingStore(file), ImageFormats.Vhd, length, backing, _folder, options);
    }

    private SpecVhdReader Judge(int depth)
    {
        SpecVhdReader? disk = null;
        for (var layer = 0; layer < depth; layer++)
        {
            disk = new SpecVhdReader(new MemoryStream(((MemoryStore)_folder[$"layer{layer}.vhd"]).ToArray()), disk);
        }

        return disk!;
    }
}
