using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>
/// The target of a conversion is written without barriers under a name that is not its own, flushed, and then named
/// (<see cref="TargetImage"/>, <see cref="PendingFile"/>): whoever finds the name finds all of it. A file without the
/// name may be anything, but nothing that brings down whoever opens it.
/// </summary>
public sealed class ConvertCutTests(PowerCutTable table)
{
    private const int Units = 24;
    private const int Effort = 3;

    public static TheoryData<string> Drivers => CutDrivers.Names();

    [Theory]
    [MemberData(nameof(Drivers))]
    public void No_loss_of_power_leaves_half_a_target_under_its_name(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var content = Content(driver);
        var (store, named) = Record(driver, content);
        var tally = new Tally();
        foreach (var cut in store.Cuts(new CutSampling { Effort = Soak.Times(Effort) }))
        {
            tally.Add(Judge(driver, cut, content, named), $"cut at {cut.Earliest} to {cut.Latest}");
        }

        table.Add(driver, "convert to it", tally);
        tally.AssertAllGood(atLeast: 100);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Without_the_barrier_before_it_is_named_it_would(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var content = Content(driver);
        var (store, named) = Record(driver, content);
        Assert.Equal(StoreOperationKind.Flush, store.Journal[named - 1].Kind);
        var isCaught = store.Cuts(new CutSampling { SwallowedFlush = named - 1 })
            .Any(cut => Judge(driver, cut, content, named) is not null);

        table.AddCanary(driver, Barrier.ConvertTarget, 1, isCaught ? 1 : 0);
        Assert.True(isCaught);
    }

    /// <summary>Data, zeros that are written, holes, and a short end.</summary>
    private static byte[] Content(CutDriver driver)
    {
        var content = Bytes.Noise((Units * driver.Unit) + 512, 1);
        for (var unit = 0; unit < Units; unit += 3)
        {
            content.AsSpan(unit * driver.Unit, driver.Unit + 700).Clear();
        }

        return content;
    }

    private static (PowerCutStore Store, int Named) Record(CutDriver driver, byte[] content)
    {
        var store = new PowerCutStore(new MemoryStore());
        using var source = DiskImage.Open(
            new MemoryStore(content), new ImageOpenOptions { Format = ImageFormats.Raw });
        using (var target = DiskImage.Create(
            new UnsyncedStore(store, leaveOpen: true), driver.Format, content.Length, TestDisk.Options(driver.Options)))
        {
            ConvertOperation.Run(
                source, target, new ConvertOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        }

        store.Flush();
        return (store, store.Position);
    }

    private static string? Judge(CutDriver driver, Testing.PowerCuts.PowerCut cut, byte[] content, int named) =>
        cut.Latest < named
            ? CutJudge.JudgeUnfinished(driver, cut.File, _ => null)
            : CutJudge.JudgeLive(driver, cut.File, new GuestHistory(content));
}
