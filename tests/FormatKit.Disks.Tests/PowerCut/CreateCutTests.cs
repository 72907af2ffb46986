using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>A new image that was flushed is there, empty, whenever the power goes; before that it is refused, or is an
/// empty image all the same.</summary>
public sealed class CreateCutTests(PowerCutTable table)
{
    private const int Effort = 2;

    public static TheoryData<string> Drivers => CutDrivers.Names();

    [Theory]
    [MemberData(nameof(Drivers))]
    public void No_loss_of_power_leaves_a_new_image_half_made(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var tally = new Tally();
        foreach (var length in (int[])[driver.Length, driver.WideLength])
        {
            var (store, history, promised) = Record(driver, length);
            foreach (var cut in store.Cuts(new CutSampling { Effort = Soak.Times(Effort) }))
            {
                tally.Add(Judge(driver, cut, history, promised), $"{length} bytes");
            }
        }

        table.Add(driver, "create", tally);
        tally.AssertAllGood(atLeast: 50);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Without_the_barrier_of_its_first_flush_it_would(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var (store, history, promised) = Record(driver, driver.Length);
        Assert.Equal(StoreOperationKind.Flush, store.Journal[promised - 1].Kind);
        var isCaught = store.Cuts(new CutSampling { SwallowedFlush = promised - 1 })
            .Any(cut => Judge(driver, cut, history, promised) is not null);

        table.AddCanary(driver, Barrier.Create, 1, isCaught ? 1 : 0);
        Assert.True(isCaught);
    }

    private static (PowerCutStore Store, GuestHistory History, int Promised) Record(CutDriver driver, int length)
    {
        var store = new PowerCutStore(new MemoryStore());
        var history = new GuestHistory(new byte[length]);
        using var disk = DiskImage.Create(
            new LastingStore(store), driver.Format, length, TestDisk.Options(driver.Options));
        disk.Flush();
        var promised = store.Position;
        history.BeginWrite(promised, 300, [1, 2, 3]);
        disk.Write([1, 2, 3], 300);
        disk.Flush();
        history.Flushed(store.Position);
        return (store, history, promised);
    }

    private static string? Judge(
        CutDriver driver, Testing.PowerCuts.PowerCut cut, GuestHistory history, int promised) =>
        cut.Latest < promised
            ? CutJudge.JudgeUnfinished(driver, cut.File, found => history.Judge(cut, found.Span))
            : CutJudge.Judge(driver, cut, history);
}
