using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Whichever call of the host fails, once or from then on, at once or in the middle: an error, never a damaged
/// image, and nothing that was flushed is lost.</summary>
public sealed class HostFaultTests(PowerCutTable table)
{
    private const int CutsOfEach = 6;

    private static readonly CutWorkload Work = CutWorkload.Mixed with { Steps = 25 };

    public static TheoryData<string, StoreError, long, bool> Faults => new(
        from driver in CutDrivers.All
        from fault in new[]
        {
            (StoreError.Io, 0, false), (StoreError.Io, 0, true), (StoreError.Io, 700, false),
            (StoreError.NoSpace, 0, true), (StoreError.NoSpace, 700, false),
        }
        select (driver.Name, fault.Item1, (long)fault.Item2, fault.Item3));

    public static TheoryData<string> Drivers => CutDrivers.Names();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_host_that_fails_costs_nothing_that_was_flushed(
        string driverName, StoreError error, long bytesDone, bool lasts)
    {
        var driver = CutDrivers.Find(driverName);
        var seed = (int)bytesDone + (lasts ? 1 : 2);
        var fault = new StoreFault(error, bytesDone);
        var (calls, tally) = (CountCalls(driver, seed, error), new Tally());
        for (var failing = 1; failing <= calls; failing++)
        {
            var (store, file, work) = Begin(driver, seed);
            store.Fault = AtCall(failing, fault, lasts);
            work.Run();
            var problem = CutJudge.JudgeLive(driver, file, work.History);
            if (store.Journal.Any(operation => operation.Kind == StoreOperationKind.FailedFlush))
            {
                problem ??= JudgeAfterFailedFlush(driver, seed, AtCall(failing, fault, lasts));
            }

            tally.Add(problem, $"seed {seed}, call {failing}");
        }

        var often = lasts ? "from then on" : "once";
        table.AddFaults(driver, bytesDone == 0 ? $"{error}, {often}" : $"{error}, short, {often}", tally);
        tally.AssertAllGood(atLeast: 40);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_cut_in_the_middle_of_any_call_costs_nothing_that_was_flushed(string driverName)
    {
        const int Seed = 3;
        var driver = CutDrivers.Find(driverName);
        var (calls, tally) = (CountCalls(driver, Seed, StoreError.PowerCut), new Tally());
        for (var failing = 1; failing <= calls; failing++)
        {
            var (store, _, work) = Begin(driver, Seed);
            store.Fault = AtCall(failing, new StoreFault(StoreError.PowerCut), lasts: false);
            work.Run();
            Assert.True(store.IsCut);
            tally.Add(JudgeSome(driver, store, work, failing), $"seed {Seed}, call {failing}");
        }

        table.AddFaults(driver, "PowerCut, live", tally);
        tally.AssertAllGood(atLeast: 40);
    }

    private static (PowerCutStore Store, MemoryStore File, DiskWork Work) Begin(CutDriver driver, int seed)
    {
        var image = driver.Initial();
        var file = new MemoryStore(image.File);
        var store = new PowerCutStore(file);
        return (store, file, new DiskWork(seed, driver, Work, store, image.Content));
    }

    /// <summary>A full disk can be read.</summary>
    private static bool Concerns(StoreError error, StoreOperation operation) =>
        error != StoreError.NoSpace || operation.Kind != StoreOperationKind.Read;

    private static Func<StoreOperation, StoreFault?> AtCall(int failing, StoreFault fault, bool lasts)
    {
        var rule = StoreFault.AtCall(failing, fault, lasts);
        return operation => Concerns(fault.Error, operation) ? rule(operation) : null;
    }

    private static int CountCalls(CutDriver driver, int seed, StoreError error)
    {
        var calls = 0;
        var (store, _, work) = Begin(driver, seed);
        store.Fault = operation =>
        {
            calls += Concerns(error, operation) ? 1 : 0;
            return null;
        };
        work.Run();
        Assert.Equal(0, work.Failures);
        return calls;
    }

    private static string? JudgeAfterFailedFlush(CutDriver driver, int seed, Func<StoreOperation, StoreFault?> fault)
    {
        var (store, _, work) = Begin(driver, seed);
        store.Fault = fault;
        work.Run(untilFlushFails: true);
        return JudgeSome(driver, store, work, seed);
    }

    /// <summary>What the file may be if the power goes now, some of it.</summary>
    private static string? JudgeSome(CutDriver driver, PowerCutStore store, DiskWork work, int seed)
    {
        var cuts = store.Cuts(new CutSampling { OnlyNow = true }).ToArray();
        new Random(seed).Shuffle(cuts);
        return cuts.Take(Soak.Times(CutsOfEach)).Select(cut => CutJudge.Judge(driver, cut, work.History))
            .FirstOrDefault(problem => problem is not null);
    }
}
