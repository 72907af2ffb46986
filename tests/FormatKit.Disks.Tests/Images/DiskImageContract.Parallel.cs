using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Model;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>Many threads.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public void Writers_and_readers_in_parallel_do_not_disturb_each_other()
    {
        var file = new MemoryStore();
        var expected = Bytes.Noise(Length, 9);
        using (var disk = Create(file))
        {
            const int Pieces = 37;
            Parallel.For(0, Pieces, i =>
            {
                var (start, end) = (i * Length / Pieces, (i + 1) * Length / Pieces);
                disk.Write(expected.AsSpan((int)start, (int)(end - start)), start);
                var found = new byte[end - start];
                disk.Read(found, start);
                Bytes.AssertEqual(expected.AsSpan((int)start, (int)(end - start)), found);
            });
            Bytes.AssertEqual(expected, Bytes.All(disk));
        }

        using var again = Reopen(file);
        Bytes.AssertEqual(expected, Bytes.All(again));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(1 << 20)]
    public async Task Threads_with_ranges_of_their_own_do_not_disturb_each_other(long cacheBytes)
    {
        var length = (16 * Unit) + 512;
        for (var seed = 1; seed <= Soak.Times(2); seed++)
        {
            var file = new MemoryStore();
            Driver.Create(file, length).Dispose();
            var expected = new byte[length];
            var pieces = ParallelSteps.Pieces(length, new Random(seed));
            await using (var disk = Open(file, cacheBytes))
            {
                await ParallelSteps.Run(seed, Driver.Times(400, 40), async (thread, random) =>
                {
                    var own = random.Next(pieces.Length / ParallelSteps.Threads) * ParallelSteps.Threads;
                    var piece = pieces[own + thread];
                    await ParallelSteps.Step(disk, expected, piece.Offset, piece.Length, random);
                });
                Bytes.AssertEqual(expected, Bytes.All(disk), $"seed {seed}:");
            }

            using var again = Reopen(file);
            Bytes.AssertEqual(expected, Bytes.All(again), $"seed {seed}, opened again:");
            TestDisk.AssertNotCorrupt(file, Format);
        }
    }

    [Fact]
    public async Task Units_come_and_go_beside_writers_in_other_units()
    {
        for (var seed = 1; seed <= Soak.Times(4); seed++)
        {
            var (file, expected) = Driver.HalfFilled();
            await using (var disk = Open(file, 600))
            {
                // five units and a short one, one for each thread
                await ParallelSteps.Run(seed, Driver.Times(400, 40), async (thread, random) =>
                {
                    var most = Math.Min(Unit, expected.Length - (thread * Unit));
                    var (offset, length) = random.Next(2) == 0 ? (0, most) : (random.Next(most), -1);
                    length = length < 0 ? random.Next(1, most - offset + 1) : length;
                    await ParallelSteps.Step(disk, expected, (thread * Unit) + offset, length, random);
                });
                Bytes.AssertEqual(expected, Bytes.All(disk), $"seed {seed}:");
            }

            using var again = Reopen(file);
            Bytes.AssertEqual(expected, Bytes.All(again), $"seed {seed}, opened again:");
            TestDisk.AssertNotCorrupt(file, Format);
        }
    }

    [Fact]
    public async Task Discards_of_the_same_units_by_many_threads_free_each_once()
    {
        for (var seed = 1; seed <= Soak.Times(3); seed++)
        {
            var (file, _) = Driver.HalfFilled();
            await using (var disk = Open(file, 600))
            {
                await ParallelSteps.Run(seed, Driver.Times(400, 40), async (_, random) =>
                {
                    var at = random.NextInt64(4) * Unit;
                    switch (random.Next(4))
                    {
                        case 0:
                            await disk.WriteAsync(Bytes.Noise(Unit, random.Next()), at, Cancellation);
                            break;
                        case 1:
                            await disk.FlushAsync(Cancellation);
                            break;
                        case 2:
                            await disk.ReadAsync(new byte[2 * Unit], Math.Min(at, 2L * Unit), Cancellation);
                            break;
                        default:
                            await disk.DiscardAsync(0, 4L * Unit, Cancellation);
                            break;
                    }
                });
                disk.Discard(0, 4L * Unit);
                Bytes.AssertEqual(new byte[Length], Bytes.All(disk));
            }

            using var again = Reopen(file);
            Bytes.AssertEqual(new byte[Length], Bytes.All(again));
            TestDisk.AssertNotCorrupt(file, Format);
        }
    }
}
