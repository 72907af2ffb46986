using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Whenever the power goes while an image is made smaller, its guest sees the same as before, and done again
/// it comes to the same end.</summary>
public sealed class CompactCutTests(PowerCutTable table)
{
    private const int AgainEvery = 5;

    public static TheoryData<string> Drivers => CutDrivers.Names();

    [Theory]
    [MemberData(nameof(Drivers))]
    public void No_loss_of_power_harms_an_image_that_is_made_smaller(string driverName)
    {
        var (driver, image, store) = Record(driverName);
        var history = new GuestHistory(image.Content);
        var (tally, length) = (new Tally(), store.Length);
        Assert.True(length < image.File.Length);
        foreach (var cut in store.Cuts(new CutSampling { Effort = Soak.Times(1) }))
        {
            using var file = cut.File;
            var problem = CutJudge.Judge(driver, cut, history);
            if (problem is null && tally.Tried % AgainEvery == 0)
            {
                problem = DoAgain(driver, file, history, length);
            }

            tally.Add(problem, $"cut at {cut.Earliest} to {cut.Latest}");
        }

        table.Add(driver, "compact", tally);
        tally.AssertAllGood(atLeast: 100);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Without_the_barrier_before_the_tables_it_would(string driverName)
    {
        var (driver, image, store) = Record(driverName);
        var history = new GuestHistory(image.Content);
        var journal = store.Journal;
        var flushes = Enumerable.Range(0, journal.Count)
            .Where(at => journal[at].Kind == StoreOperationKind.Flush).ToArray();
        var missed = flushes.Count(at => store.Cuts(new CutSampling { SwallowedFlush = at })
            .Any(cut => CutJudge.Judge(driver, cut, history) is not null));

        table.AddCanary(driver, Barrier.Compact, flushes.Length, missed);
        Assert.NotEqual(0, missed);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_host_that_fails_leaves_an_image_that_can_be_made_smaller_again(string driverName)
    {
        foreach (var error in (StoreError[])[StoreError.NoSpace, StoreError.Io])
        {
            var (driver, image, good) = Record(driverName);
            var (history, tally) = (new GuestHistory(image.Content), new Tally());
            for (var failing = 1; failing <= good.Position; failing++)
            {
                var file = new MemoryStore(image.File);
                var (changes, at) = (0, failing);
                var store = new PowerCutStore(file)
                {
                    Fault = operation => operation.Kind != StoreOperationKind.Read && ++changes >= at
                        ? new StoreFault(error) : null,
                };
                Assert.ThrowsAny<IOException>(() => Compact(driver, store));
                store.Fault = null;
                tally.Add(
                    CutJudge.JudgeLive(driver, file, history) ?? DoAgain(driver, file, history, good.Length),
                    $"call {failing}");
            }

            table.AddFaults(driver, $"{error}, compact", tally);
            tally.AssertAllGood(atLeast: 10);
        }
    }

    private static (CutDriver Driver, CutImage Image, PowerCutStore Store) Record(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var image = GappyImage.Of(driver);
        var store = new PowerCutStore(new MemoryStore(image.File));
        Compact(driver, store);
        return (driver, image, store);
    }

    private static void Compact(CutDriver driver, ByteStore store)
    {
        using var disk = TestDisk.OpenForWriting(store, driver.Format, cacheBytes: 1024);
        var options = new CompactOptions { Workers = 1, BatchBytes = 2 * driver.Unit };
        CompactOperation.Run(disk, options, TestContext.Current.CancellationToken);
    }

    private static string? DoAgain(CutDriver driver, MemoryStore file, GuestHistory history, long length)
    {
        try
        {
            Compact(driver, file);
        }
        catch (IOException e)
        {
            return $"the second time: {e.Message}";
        }

        return CutJudge.JudgeLive(driver, file, history)
            ?? (file.Length <= length ? null : $"the second time it has {file.Length} bytes instead of {length}");
    }
}
