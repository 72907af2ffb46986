using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.PowerCut;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Operations;

/// <summary>Images made smaller in place.</summary>
public sealed class CompactTests
{
    private const int Unit = VhdBytes.BlockSize;

    public static TheoryData<string> Drivers => CutDrivers.Names();

    public static TheoryData<string, int> Seeds => new(
        from driver in CutDrivers.All from seed in Enumerable.Range(1, 4) select (driver.Name, seed));

    [Theory]
    [MemberData(nameof(Drivers))]
    public void It_is_smaller_shows_the_same_and_was_foreseen(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var image = GappyImage.Of(driver);
        var file = new MemoryStore(image.File);
        CompactResult foreseen;
        using (var disk = TestDisk.OpenForReading(file, driver.Format))
        {
            foreseen = Run(disk, dryRun: true);
        }

        using (var disk = TestDisk.OpenForWriting(file, driver.Format))
        {
            Assert.Equal(foreseen, Run(disk));
            Bytes.AssertEqual(image.Content, Bytes.All(disk));
        }

        Assert.Equal((image.File.Length, file.Length), (foreseen.LengthBefore, foreseen.LengthAfter));
        Assert.True(file.Length < image.File.Length);
        AssertShows(driver.Format, file, image.Content);
    }

    /// <summary>What stands in the middle of the file after random work, in whatever order.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void After_any_work_it_shows_the_same_and_can_be_written_to(string driverName, int seed)
    {
        var driver = CutDrivers.Find(driverName);
        var begin = driver.Empty((40 * driver.Unit) + 512);
        var file = new MemoryStore(begin.File);
        var (random, content) = (new Random(seed), begin.Content);
        for (var round = 0; round < 3; round++)
        {
            using (var disk = TestDisk.OpenForWriting(file, driver.Format))
            {
                for (var step = 0; step < 60; step++)
                {
                    Step(disk, random, content, driver.Unit);
                }
            }

            using (var disk = TestDisk.OpenForWriting(file, driver.Format, cacheBytes: 1024))
            {
                Run(disk, batch: 3 * driver.Unit);
                Bytes.AssertEqual(content, Bytes.All(disk));
                Assert.Equal((0, 0), (Run(disk).UnitsMoved, Run(disk).UnitsDropped));
                Step(disk, random, content, driver.Unit);
                Bytes.AssertEqual(content, Bytes.All(disk));
                Run(disk);
            }

            AssertShows(driver.Format, file, content);
            var again = file.ToArray();
            using (var disk = TestDisk.OpenForWriting(file, driver.Format))
            {
                Run(disk);
            }

            Assert.True(file.Length <= again.Length);
        }
    }

    [Fact]
    public void Units_that_follow_each_other_still_do()
    {
        var file = new MemoryStore();
        using var disk = TestDisk.Create(file, ImageFormats.Vhd, 12 * Unit, "block_size=4K");
        disk.Write(Bytes.Noise(12 * Unit, 1), 0);
        disk.Write(new byte[4 * Unit], 0);

        var result = Run(disk);

        Assert.Equal((4, 4), (result.UnitsDropped, result.UnitsMoved));

        var places = disk.Map(4 * Unit, 8 * Unit).Select(run => run.Offset!.Value).ToArray();
        Assert.Equal(places[4..].Order(), places[4..]);
        Assert.True(places[^1] < places[0]);
    }

    /// <summary>As the usual tool writes them: one right behind the other, no data at a multiple of 4 KiB.</summary>
    [Fact]
    public void Units_that_others_have_placed_go_into_gaps_of_their_own_size()
    {
        const int Blocks = 8;
        const int Stride = 512 + Unit;
        var file = new MemoryStore();
        var content = Bytes.Noise(Blocks * Unit, 4);
        TestDisk.Create(file, ImageFormats.Vhd, content.Length, "block_size=4K").Dispose();
        var (table, at) = (new byte[Blocks * 4], VhdBytes.TableAt + 512);
        var footer = file.ToArray()[^512..];
        foreach (var block in (int[])[0, 5, 1, 7, 2, 3])
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(block * 4), at / 512);
            file.Write(Enumerable.Repeat((byte)0xFF, 512).ToArray(), at);
            file.Write(content.AsSpan(block * Unit, Unit), at + 512);
            at += Stride;
        }

        foreach (var block in (int[])[4, 6])
        {
            table.AsSpan(block * 4, 4).Fill(0xFF);
            content.AsSpan(block * Unit, Unit).Clear();
        }

        file.Write(table, VhdBytes.TableAt);
        file.Write(footer, at);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Discard(5 * Unit, Unit);
            content.AsSpan(5 * Unit, Unit).Clear();
            disk.Flush();
            Run(disk);
        }

        Assert.Equal(at - Stride + 512, file.Length);
        AssertShows(ImageFormats.Vhd, file, content);
    }

    [Fact]
    public void What_cannot_be_made_smaller_is_not_written_to()
    {
        var file = new MemoryStore(VhdBytes.Dynamic());
        using var disk = DiskImage.Open(
            new ObservedStore(file, call => Assert.Equal(StoreAction.Read, call.Action)),
            new ImageOpenOptions { Writable = true, Format = ImageFormats.Vhd });

        var result = Run(disk);

        Assert.Equal((0, 0), (result.UnitsDropped, result.UnitsMoved));
        Assert.Equal(result.LengthBefore, result.LengthAfter);
    }

    [Fact]
    public void A_child_keeps_zeros_that_hide_what_its_parent_has()
    {
        var file = new MemoryStore();
        var content = TestParents.Content(TestParents.Full, 8 * Unit);
        using (var child = TestDisk.CreateChild(
            file, ImageFormats.Vhd, content.Length, TestParents.Full, "block_size=4K"))
        {
            child.Write(new byte[Unit], 0); // hides noise
            content.AsSpan(0, Unit).Clear();
            child.Write(new byte[512], (4 * Unit) + 3072); // behind the parent's end, in a block that it has a part of
            child.Write(new byte[Unit], 6 * Unit); // behind it
        }

        using (var child = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            Assert.Equal(2, Run(child).UnitsDropped);
            Assert.Equal([(0L, (long)Unit)], child.MapOwn(0, child.Length).Select(run => (run.Start, run.Length)));
        }

        AssertShows(ImageFormats.Vhd, file, content);
    }

    [Fact]
    public void A_child_without_its_parent_is_refused()
    {
        var file = new MemoryStore();
        using (var child = TestDisk.CreateChild(file, ImageFormats.Vhd, Unit, TestParents.Full, "block_size=4K"))
        {
            child.Write(new byte[Unit], 0);
        }

        using var alone = DiskImage.Open(
            new LastingStore(file), new ImageOpenOptions { Writable = true, OpenBacking = false });

        Assert.Throws<BackingException>(() => Run(alone));
    }

    [Theory]
    [InlineData("raw", "")]
    [InlineData("vpc", "subformat=fixed")]
    public void A_disk_that_allocates_nothing_is_refused(string format, string options)
    {
        using var disk = TestDisk.Create(new MemoryStore(), ImageFormats.Find(format)!, Unit, options);

        Assert.Contains("allocates nothing", Assert.Throws<ImageException>(() => Run(disk)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_that_is_open_for_reading_is_refused()
    {
        using var disk = TestDisk.OpenForReading(new MemoryStore(VhdBytes.Dynamic()));

        Assert.Throws<ImageException>(() => Run(disk));
    }

    [Fact]
    public void What_others_have_left_between_their_structures_stays()
    {
        var gappy = GappyImage.Of(CutDrivers.Find("vpc 4K blocks"));
        var store = new MemoryStore(gappy.File);
        store.Write([1, 2, 3], VhdBytes.TableAt + 512);
        using (var disk = TestDisk.OpenForWriting(store, ImageFormats.Vhd))
        {
            Run(disk);
        }

        Assert.Equal([1, 2, 3], store.ToArray().AsSpan(VhdBytes.TableAt + 512, 3).ToArray());
    }

    private static void Step(DiskImage disk, Random random, byte[] content, int unit)
    {
        var offset = random.Next(content.Length / 512) * 512;
        var length = Math.Min(content.Length - offset, random.Next(3) == 0 ? 512 : unit * random.Next(1, 4));
        switch (random.Next(4))
        {
            case 0:
                disk.Discard(offset, length);
                content.AsSpan(offset, length).Clear();
                break;
            case 1:
                disk.Write(new byte[length], offset);
                content.AsSpan(offset, length).Clear();
                break;
            default:
                var bytes = Bytes.Noise(length, random.Next());
                disk.Write(bytes, offset);
                bytes.CopyTo(content, offset);
                break;
        }
    }

    private static void AssertShows(ImageFormat format, MemoryStore file, byte[] content)
    {
        using var disk = TestDisk.OpenForReading(file, format);
        Assert.Empty(disk.Warnings);
        Bytes.AssertEqual(content, Bytes.All(disk));
        TestDisk.AssertNotCorrupt(file, format);
    }

    private static CompactResult Run(DiskImage disk, bool dryRun = false, long batch = 64 << 20) =>
        CompactOperation.Run(
            disk, new CompactOptions { DryRun = dryRun, BatchBytes = batch }, TestContext.Current.CancellationToken);
}
