using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Model;

/// <summary>Many threads, each with ranges of its own, among one another in the same blocks and sectors.</summary>
public sealed class ParallelTests
{
    private const int Threads = 6;
    private const int StepsPerThread = 400;
    private const int Block = VhdBytes.BlockSize;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("raw", "", 0)]
    [InlineData("vpc", "block_size=4K", 600)]
    [InlineData("vpc", "block_size=4K", 1 << 20)]
    [InlineData("vpc", "block_size=512", 5000)]
    public async Task Threads_with_ranges_of_their_own_do_not_disturb_each_other(
        string formatName, string options, long cacheBytes)
    {
        const int Length = (16 * Block) + 512;
        var format = ImageFormats.Find(formatName)!;
        for (var seed = 1; seed <= Soak.Times(3); seed++)
        {
            var file = new MemoryStore();
            TestDisk.Create(file, format, Length, options).Dispose();
            var expected = new byte[Length];
            var pieces = Pieces(Length, new Random(seed));
            await using (var disk = TestDisk.OpenForWriting(file, format, cacheBytes))
            {
                await Run(seed, async (thread, random) =>
                {
                    var piece = pieces[(random.Next(pieces.Length / Threads) * Threads) + thread];
                    await Step(disk, expected, piece.Offset, piece.Length, random);
                });
                Bytes.AssertEqual(expected, Bytes.All(disk), $"seed {seed}:");
            }

            using var again = TestDisk.OpenForReading(file, format);
            Bytes.AssertEqual(expected, Bytes.All(again), $"seed {seed}, opened again:");
            TestDisk.AssertNotCorrupt(file, format);
        }
    }

    [Fact]
    public async Task Blocks_come_and_go_beside_writers_in_other_blocks()
    {
        for (var seed = 1; seed <= Soak.Times(6); seed++)
        {
            var bytes = VhdBytes.Dynamic();
            bytes.With((int)bytes.Entry(0) * 512, 0x80).With((int)bytes.Entry(1) * 512, 0x01); // little is written
            var file = new MemoryStore(bytes);
            var expected = VhdBytes.DynamicContent();
            expected.AsSpan(512, Block - 512).Clear();
            expected.AsSpan(Block, 7 * 512).Clear();
            expected.AsSpan(Block + (8 * 512), Block - (8 * 512)).Clear();
            await using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd, 600))
            {
                // five blocks and a short one, one for each thread
                await Run(seed, async (thread, random) =>
                {
                    var length = Math.Min(Block, expected.Length - (thread * Block));
                    var (offset, part) = random.Next(2) == 0 ? (0, length) : (random.Next(length), 1);
                    part = part == 1 ? random.Next(1, length - offset + 1) : part;
                    await Step(disk, expected, (thread * Block) + offset, part, random);
                });
                Bytes.AssertEqual(expected, Bytes.All(disk), $"seed {seed}:");
            }

            using var again = TestDisk.OpenForReading(file);
            Bytes.AssertEqual(expected, Bytes.All(again), $"seed {seed}, opened again:");
            TestDisk.AssertNotCorrupt(file, ImageFormats.Vhd);
        }
    }

    [Fact]
    public async Task Discards_of_the_same_blocks_by_many_threads_free_each_once()
    {
        for (var seed = 1; seed <= Soak.Times(4); seed++)
        {
            var file = new MemoryStore(VhdBytes.Dynamic());
            await using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd, 600))
            {
                await Run(seed, async (thread, random) =>
                {
                    var at = random.Next(4) * Block;
                    switch (random.Next(4))
                    {
                        case 0:
                            await disk.WriteAsync(Bytes.Noise(Block, random.Next()), at, Cancellation);
                            break;
                        case 1:
                            await disk.FlushAsync(Cancellation);
                            break;
                        case 2:
                            await disk.ReadAsync(new byte[2 * Block], Math.Min(at, 2 * Block), Cancellation);
                            break;
                        default:
                            await disk.DiscardAsync(0, 4 * Block, Cancellation);
                            break;
                    }
                });
                disk.Discard(0, 4 * Block);
                Bytes.AssertEqual(new byte[4 * Block], Bytes.All(disk).AsSpan(0, 4 * Block));
            }

            using var again = TestDisk.OpenForReading(file);
            Bytes.AssertEqual(new byte[4 * Block], Bytes.All(again).AsSpan(0, 4 * Block));
            TestDisk.AssertNotCorrupt(file, ImageFormats.Vhd);
        }
    }

    private static Task Run(int seed, Func<int, Random, Task> step) =>
        Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            var random = new Random((seed * 1000) + thread);
            for (var at = 0; at < StepsPerThread; at++)
            {
                await step(thread, random);
            }
        }, Cancellation)));

    /// <summary>One step in a range that is the caller's alone, by the synchronous or the asynchronous way.</summary>
    private static async Task Step(DiskImage disk, byte[] expected, int offset, int length, Random random)
    {
        var mine = expected.AsMemory(offset, length);
        switch (random.Next(8))
        {
            case 0:
                disk.Discard(offset, length);
                mine.Span.Clear();
                break;
            case 1:
                await disk.WriteZeroesAsync(offset, length, Cancellation);
                mine.Span.Clear();
                break;
            case 2:
                if (random.Next(4) == 0)
                {
                    await disk.FlushAsync(Cancellation);
                }

                break;
            case 3 or 4:
                random.NextBytes(mine.Span);
                disk.Write(mine.Span, offset);
                break;
            case 5:
                random.NextBytes(mine.Span);
                await disk.WriteAsync(mine, offset, Cancellation);
                break;
            default:
                var found = new byte[length];
                await disk.ReadAsync(found, offset, Cancellation);
                Bytes.AssertEqual(mine.Span, found, $"{length} bytes at {offset}:");
                break;
        }
    }

    /// <summary>The disk cut in random places, so that neighbours share sectors and blocks.</summary>
    private static (int Offset, int Length)[] Pieces(int length, Random random)
    {
        var cuts = Enumerable.Range(0, 20 * Threads - 1).Select(_ => random.Next(length)).Append(0).Append(length)
            .Order().ToArray();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => (from, to - from))];
    }
}
