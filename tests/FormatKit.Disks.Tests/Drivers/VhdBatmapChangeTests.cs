using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Model;
using FormatKit.Disks.Tests.Storage;
using Xen = FormatKit.Disks.Tests.Drivers.XenServerVhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Whatever is done to a disk, its batmap is true when it is closed, and not believed while it is
/// open.</summary>
public sealed class VhdBatmapChangeTests
{
    private const int Block = 4096;
    private const string Options = "block_size=4K,batmap=on";

    [Fact]
    public void A_new_disk_has_an_empty_map_behind_its_table_as_blktap_has_it()
    {
        using var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vhd, 64 << 20, "batmap=on").Dispose();

        Bytes.AssertEqual(
            new byte[1024].With(0, Convert.FromHexString(
                "7464626174" + "6d6170" + "0000000000000a00" + "00000001" + "00010002" + "ffffffff")),
            file.ToArray().AsSpan(0x800, 1024));
        Assert.Equal(0xC00 + 512, file.Length);
    }

    [Fact]
    public void Blocks_that_are_written_give_the_map_of_the_definers_own_tool_byte_for_byte()
    {
        using var expected = VhdBatmapTests.Vector(out var content);
        using var file = VhdBatmapTests.Vector(out _);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Discard(0, Xen.BlockSize);
            disk.Discard(31 * Xen.BlockSize, Xen.BlockSize);
        }

        Assert.Equal(0xFFFF_FFFF, new VhdMap(file).Checksum);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write(content.AsSpan(31 * Xen.BlockSize), 31 * Xen.BlockSize);
            disk.Write(content.AsSpan(0, Xen.BlockSize), 0);
        }

        Bytes.AssertEqual(
            expected.ToArray().AsSpan(0x800, 1024), file.ToArray().AsSpan(0x800, 1024), "header and map");
    }

    [Fact]
    public void A_block_is_marked_when_the_last_of_its_sectors_is_written()
    {
        using var file = new MemoryStore(Xen.Make());
        foreach (var (sector, count, isLast) in (ReadOnlySpan<(int, int, bool)>)
            [(24, 4072, false), (10, 5, false), (15, 1, true)])
        {
            using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
            {
                disk.Write(Bytes.Noise(count * 512, sector), (3L * Xen.BlockSize) + (sector * 512));
            }

            Assert.Equal(isLast ? [1, 3] : [1], new VhdMap(file).Marked);
        }

        new VhdMap(file).AssertAgrees();
    }

    [Fact]
    public void A_block_with_more_bits_than_a_page_is_marked_when_all_its_pages_are_full()
    {
        const int Large = 64 << 20;
        using var file = new MemoryStore();
        using (var disk = TestDisk.Create(file, ImageFormats.Vhd, Large, "block_size=64M,batmap=on"))
        {
            disk.Write([1], 0);
        }

        var at = new VhdMap(file).BitmapAt(0);
        file.Write([0x7F], at); // as if others had written it: the first sector, and one in the third page
        file.Write([0xFE], at + 10_000);
        file.Write([0], new VhdMap(file).HeaderAt + 512);
        file.Write([0xFF, 0xFF, 0xFF, 0xFF], new VhdMap(file).HeaderAt + 24);
        foreach (var (offset, marked) in (ReadOnlySpan<(long, int[])>)[(0, []), (((10_000 * 8) + 7) * 512L, [0])])
        {
            using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd, cacheBytes: 0))
            {
                disk.Write([2], offset);
            }

            Assert.Equal(marked, new VhdMap(file).Marked);
        }

        new VhdMap(file).AssertAgrees();
    }

    [Fact]
    public void While_a_disk_is_being_changed_its_map_is_not_to_be_believed_and_flushing_leaves_it_at_that()
    {
        using var file = new MemoryStore(Xen.Make());
        var before = file.ToArray().AsSpan(Xen.BatmapHeaderAt, 1024).ToArray();
        var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd);
        Bytes.AssertEqual(before, file.ToArray().AsSpan(Xen.BatmapHeaderAt, 1024), "opened:");
        disk.Write([1], 0);
        disk.Flush();
        disk.Discard(Xen.BlockSize, Xen.BlockSize);
        disk.Flush();

        Bytes.AssertEqual(
            before.With(24, 0x80, 0, 0, 0), file.ToArray().AsSpan(Xen.BatmapHeaderAt, 1024), "flushed:");
        using (var crashed = TestDisk.OpenForReading(new MemoryStore(file.ToArray())))
        {
            Assert.Contains("did not close it", Assert.Single(crashed.Warnings), StringComparison.Ordinal);
        }

        disk.Dispose();
        new VhdMap(file).AssertAgrees();
        Assert.Equal([0], new VhdMap(file).Marked);
    }

    [Fact]
    public void The_mark_is_durable_before_anything_else_and_the_map_before_its_checksum()
    {
        using var file = new ObservedStore(new LastingStore(new MemoryStore(Xen.Make())));
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write([1], 0);
        }

        var calls = file.Calls.Where(call => call.Action is not StoreAction.Read).ToList();
        Assert.Equal(
            [(StoreAction.Write, Xen.BatmapHeaderAt), (StoreAction.Flush, 0)], calls.Take(2).Select(Place));
        Assert.Equal(
            [
                (StoreAction.Write, Xen.BatmapAt), (StoreAction.Flush, 0),
                (StoreAction.Write, Xen.BatmapHeaderAt), (StoreAction.Flush, 0),
            ],
            calls.TakeLast(4).Select(Place));

        static (StoreAction, long) Place(StoreCall call) => (call.Action, call.Offset);
    }

    [Fact]
    public void A_stale_map_is_marked_before_it_is_emptied_and_never_sealed_when_that_fails()
    {
        var stale = Xen.Make().With(Xen.BatmapAt, 0xFF); // the checksum is not that of these bits
        using var file = new MemoryStore(stale);
        var fails = true;
        var store = new ObservedStore(new LastingStore(file), call =>
        {
            if (fails && call is { Action: StoreAction.Write, Offset: Xen.BatmapAt })
            {
                throw new IOException("no");
            }
        });
        using (var disk = TestDisk.OpenForWriting(store, ImageFormats.Vhd))
        {
            Assert.Throws<IOException>(() => disk.Write([1], 0));
        }

        Assert.Equal(0x8000_0000, new VhdMap(file).Checksum);
        fails = false;
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write([1], 0);
        }

        Assert.Equal([0], new VhdMap(file).Marked);
        Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
    }

    [Fact]
    public void Reading_a_full_disk_reads_a_page_of_the_map_instead_of_each_bitmap()
    {
        const int Blocks = 64;
        foreach (var (options, expected) in (ReadOnlySpan<(string, int)>)[("batmap=on", 1), ("batmap=off", Blocks)])
        {
            using var file = new MemoryStore();
            using (var disk = TestDisk.Create(file, ImageFormats.Vhd, Blocks << 16, "block_size=64K," + options))
            {
                disk.Write(Bytes.Noise(Blocks << 16, 1), 0);
            }

            using var seen = new ObservedStore(new LastingStore(file));
            using var again = TestDisk.OpenForReading(seen);
            seen.Forget();
            Bytes.AssertEqual(Bytes.Noise(Blocks << 16, 1), Bytes.All(again));
            Assert.Equal(expected, seen.Calls.Count(call => call is { Action: StoreAction.Read, Length: 512 }));
        }
    }

    [Theory]
    [InlineData(600)]
    [InlineData(1 << 20)]
    public void After_any_operations_and_closing_map_bitmaps_and_table_agree(long cacheBytes)
    {
        for (var seed = 1; seed <= Soak.Times(30); seed++)
        {
            var random = new Random(seed);
            using var file = (seed % 3) switch
            {
                0 => Created(61 * Block),
                1 => WithClearSectors(61),
                _ => Child((61 * Block) + 1536, TestParents.Full),
            };
            for (var session = 0; session < 3; session++)
            {
                using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd, cacheBytes))
                {
                    for (var step = random.Next(25); step > 0; step--)
                    {
                        Step(disk, random);
                    }
                }

                new VhdMap(file).AssertAgrees($"seed {seed}, session {session}:");
                var report = TestDisk.Check(file, ImageFormats.Vhd);
                Assert.Equal(0, report.CountOf(CheckSeverity.Corruption) + report.CountOf(CheckSeverity.StaleCopy));
            }
        }
    }

    [Fact]
    public async Task Threads_in_blocks_whose_bits_share_a_byte_lose_no_bit()
    {
        const int Length = 48 * Block;
        for (var seed = 1; seed <= Soak.Times(4); seed++)
        {
            using var file = Created(Length);
            var expected = new byte[Length];
            using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
            {
                await ParallelSteps.Run(seed, 200, (thread, random) =>
                {
                    var block = (random.Next(48 / ParallelSteps.Threads) * ParallelSteps.Threads) + thread;
                    return ParallelSteps.Step(disk, expected, block * Block, Block, random);
                });
                Bytes.AssertEqual(expected, Bytes.All(disk), $"seed {seed}:");
            }

            new VhdMap(file).AssertAgrees($"seed {seed}:");
        }
    }

    [Fact]
    public void A_child_marks_blocks_that_hide_the_whole_of_their_parents_and_no_others()
    {
        using var file = Child(4 * Block, TestParents.Full);
        var names = file.ToArray().AsSpan(0xC00, 1536).ToArray();
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write([1], 0);
            disk.Write(Bytes.Noise(Block, 1), Block);
            disk.WriteZeroes(2 * Block, Block);
            disk.Write(Bytes.Noise(512, 2), 3 * Block);
            disk.Write(Bytes.Noise(Block - 512, 2), (3 * Block) + 512);
        }

        Assert.Equal([1, 2, 3], new VhdMap(file).Marked);
        new VhdMap(file).AssertAgrees();
        Bytes.AssertEqual(names, file.ToArray().AsSpan(0xC00, 1536), "the parent's names, behind the map");
        Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
    }

    private static void Step(DiskImage disk, Random random)
    {
        var unit = random.Next(3) == 0 ? Block : 512;
        var offset = random.Next((int)disk.Length / unit) * unit;
        var length = Math.Min(unit * random.Next(1, 9), (int)disk.Length - offset);
        switch (random.Next(6))
        {
            case 0:
                disk.Flush();
                break;
            case 1:
                disk.WriteZeroes(offset, length);
                break;
            case 2 or 3:
                disk.Discard(offset, length);
                break;
            default:
                disk.Write(Bytes.Noise(length, 1), offset);
                break;
        }
    }

    private static MemoryStore Created(int length)
    {
        var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vhd, length, Options).Dispose();
        return file;
    }

    private static MemoryStore Child(int length, NewBacking parent)
    {
        var file = new MemoryStore();
        TestDisk.CreateChild(file, ImageFormats.Vhd, length, parent, Options).Dispose();
        return file;
    }

    /// <summary>A disk that others wrote: every block is there, every second one with clear sectors.</summary>
    private static MemoryStore WithClearSectors(int blocks)
    {
        var file = Created(blocks * Block);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write(Bytes.Noise(disk.Length, 2), 0);
        }

        var map = new VhdMap(file);
        var bits = new byte[map.Map.Length];
        for (var block = 0; block < blocks; block++)
        {
            if (block % 2 == 0)
            {
                file.Write([(byte)(0x55 << (block % 4))], map.BitmapAt(block));
            }
            else
            {
                bits[block / 8] |= (byte)(0x80 >> (block % 8));
            }
        }

        file.Write(bits, map.HeaderAt + 512);
        var sum = ~(uint)bits.Sum(value => value);
        file.Write([(byte)(sum >> 24), (byte)(sum >> 16), (byte)(sum >> 8), (byte)sum], map.HeaderAt + 24);
        return file;
    }
}
