using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Several writers at once, each in a part of the disk of its own, which is not whole units: what one of them
/// has flushed is there after a cut, whatever the others were at.</summary>
public sealed class ParallelCutTests(PowerCutTable table)
{
    private const int Writers = 4;
    private const int Steps = 16;
    private const int Runs = 2;

    public static TheoryData<string> Drivers => CutDrivers.Names();

    [Theory]
    [MemberData(nameof(Drivers))]
    public void No_loss_of_power_harms_an_image_that_several_write(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var tally = new Tally();
        for (var run = 0; run < Soak.Times(Runs); run++)
        {
            var image = driver.Initial();
            var store = new PowerCutStore(new MemoryStore(image.File));
            var part = image.Content.Length / Writers / 512 * 512;
            var histories = image.Content.Chunk(part).Select(content => new GuestHistory(content)).ToArray();
            using (var disk = TestDisk.OpenForWriting(store, driver.Format))
            {
                Parallel.For(
                    0, histories.Length, new ParallelOptions { MaxDegreeOfParallelism = Writers },
                    writer => Work((run * 100) + writer, disk, store, histories[writer], writer * part));
            }

            foreach (var cut in store.Cuts(new CutSampling { Seed = run }))
            {
                tally.Add(CutJudge.Judge(driver, cut, histories, part), $"run {run}");
            }
        }

        table.Add(driver, "several writers", tally);
        tally.AssertAllGood(atLeast: 200);
    }

    /// <summary>A writer's own flush promises what the writer has written before it.</summary>
    private static void Work(int seed, DiskImage disk, PowerCutStore store, GuestHistory history, int start)
    {
        var random = new Random(seed);
        for (var step = 0; step < Steps; step++)
        {
            var offset = random.Next(history.Now.Length);
            var length = Math.Min(history.Now.Length - offset, random.Next(1, 5000));
            switch (random.Next(8))
            {
                case < 4:
                    var bytes = Bytes.Noise(length, (seed * 1000) + step);
                    history.BeginWrite(store.Position, offset, bytes);
                    disk.Write(bytes, start + offset);
                    break;
                case 4:
                    history.BeginWrite(store.Position, offset, new byte[length]);
                    disk.WriteZeroes(start + offset, length);
                    break;
                case 5:
                    history.BeginWrite(store.Position, offset, new byte[length]);
                    disk.Discard(start + offset, length);
                    break;
                default:
                    disk.Flush();
                    history.Flushed(store.Position);
                    break;
            }
        }
    }
}
