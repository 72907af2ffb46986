using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>The canary: the power cuts do find it when a barrier is missing. Each barrier of some work is taken away on
/// its own; each kind that a format needs must be missed at least once.</summary>
public sealed class BarrierTests(PowerCutTable table)
{
    private static readonly CutWorkload[] Workloads =
    [
        CutWorkload.Mixed with { Steps = 80 },
        CutWorkload.Find("reuse of space") with { Steps = 80 },
        CutWorkload.Find("write"),
    ];

    public static TheoryData<string> Drivers => CutDrivers.Names();

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_barrier_that_a_format_needs_is_missed(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var removed = new List<(Barrier Barrier, bool IsMissed)>();
        foreach (var workload in Workloads)
        {
            var (store, work) = DiskWork.Record(driver, workload, workload.Begin(driver), seed: 1);
            var journal = store.Journal;
            for (var at = 0; at < journal.Count; at++)
            {
                if (journal[at].Kind == StoreOperationKind.Flush)
                {
                    var isMissed = store.Cuts(new CutSampling { SwallowedFlush = at })
                        .Any(cut => CutJudge.Judge(driver, cut, work.History) is not null);
                    removed.Add((work.BarrierAt(at), isMissed));
                }
            }
        }

        var missed = removed.ToLookup(one => one.Barrier, one => one.IsMissed);
        foreach (var barrier in missed)
        {
            table.AddCanary(driver, barrier.Key, barrier.Count(), barrier.Count(isMissed => isMissed));
        }

        Assert.All(driver.Needed, barrier => Assert.Contains(true, missed[barrier]));
    }
}
