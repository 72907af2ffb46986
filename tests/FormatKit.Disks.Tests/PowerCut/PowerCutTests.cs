using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>
/// At every point where the power may go: the image opens, what was flushed is there, every other sector is old or new,
/// check finds leaks and stale copies at most, and whoever opens it next can go on, also if the power goes again.
/// </summary>
public sealed class PowerCutTests(PowerCutTable table)
{
    private const int GoOnEvery = 4;
    private const int CutAgainEvery = 60;

    public static TheoryData<string, string> Workloads => new(
        from driver in CutDrivers.All from workload in CutWorkload.All select (driver.Name, workload.Name));

    public static TheoryData<string> Drivers => CutDrivers.Names();

    public static TheoryData<string> Redundant =>
        new(CutDrivers.All.Where(driver => driver.Damaged.Count > 0).Select(driver => driver.Name));

    [Theory]
    [MemberData(nameof(Workloads))]
    public void No_loss_of_power_harms_an_image(string driverName, string workloadName)
    {
        var (driver, workload) = (CutDrivers.Find(driverName), CutWorkload.Find(workloadName));
        var tally = new Tally();
        for (var seed = 1; seed <= Soak.Times(workload.Seeds); seed++)
        {
            Judge(driver, workload, workload.Begin(driver), seed, tally);
        }

        table.Add(driver, workload.Name, tally);
        tally.AssertAllGood(atLeast: 200);
    }

    [Theory]
    [MemberData(nameof(Redundant))]
    public void Nor_one_of_which_a_copy_is_damaged_while_it_is_mended(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var tally = new Tally();
        foreach (var damaged in driver.Damaged)
        {
            for (var seed = 1; seed <= Soak.Times(2); seed++)
            {
                Judge(driver, CutWorkload.Mixed with { Steps = 12 }, damaged(), seed, tally);
            }
        }

        table.Add(driver, "mending", tally);
        tally.AssertAllGood(atLeast: 200);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Nor_does_one_that_hits_whoever_opens_the_image_after_another(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var workload = CutWorkload.Mixed with { Steps = 6 };
        var (first, tally) = (0, new Tally());
        for (var seed = 1; seed <= Soak.Times(2); seed++)
        {
            var (store, _) = DiskWork.Record(driver, CutWorkload.Mixed, CutWorkload.Mixed.Begin(driver), seed);
            foreach (var cut in store.Cuts(new CutSampling { Seed = seed }))
            {
                if (++first % CutAgainEvery == 0)
                {
                    using var before = TestDisk.OpenForReading(cut.File, driver.Format);
                    var image = new CutImage(cut.File.ToArray(), Bytes.All(before));
                    Judge(driver, workload, image, first, tally);
                }
            }
        }

        table.Add(driver, "after another cut", tally);
        tally.AssertAllGood(atLeast: 200);
    }

    private static void Judge(CutDriver driver, CutWorkload workload, CutImage image, int seed, Tally tally)
    {
        var (store, work) = DiskWork.Record(driver, workload, image, seed);
        foreach (var cut in store.Cuts(new CutSampling { Seed = seed }))
        {
            using var file = cut.File;
            var problem = CutJudge.Judge(driver, cut, work.History);
            if (problem is null && tally.Tried % GoOnEvery == 0)
            {
                problem = CutJudge.GoOn(driver, file);
            }

            tally.Add(problem, $"seed {seed}, cut at {cut.Earliest} to {cut.Latest}");
        }
    }
}
