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

    [Theory]
    [MemberData(nameof(Workloads))]
    public void No_loss_of_power_harms_an_image(string driverName, string workloadName)
    {
        var (driver, workload) = (CutDrivers.Find(driverName), CutWorkload.Find(workloadName));
        var (cuts, bad) = (0, new List<string>());
        for (var seed = 1; seed <= Soak.Times(workload.Seeds); seed++)
        {
            var (store, work) = DiskWork.Record(driver, workload, seed);
            foreach (var cut in store.Cuts(new CutSampling { Seed = seed }))
            {
                using var file = cut.File;
                var problem = CutJudge.Judge(driver, cut, work.History)
                    ?? (++cuts % GoOnEvery == 0 ? CutJudge.GoOn(driver, file) : null);
                bad.AddProblem(problem, $"seed {seed}, cut {cuts} at {cut.Earliest} to {cut.Latest}");
            }
        }

        table.Add(driver, workload.Name, cuts, bad.Count);
        bad.AssertNone(cuts);
        Assert.InRange(cuts, 200, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Nor_does_one_that_hits_whoever_opens_the_image_after_another(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var workload = CutWorkload.Mixed with { Steps = 6 };
        var (first, cuts, bad) = (0, 0, new List<string>());
        for (var seed = 1; seed <= Soak.Times(2); seed++)
        {
            var (store, _) = DiskWork.Record(driver, CutWorkload.Mixed, seed);
            foreach (var cut in store.Cuts(new CutSampling { Seed = seed }))
            {
                if (++first % CutAgainEvery != 0)
                {
                    continue;
                }

                using var before = TestDisk.OpenForReading(cut.File, driver.Format);
                var again = new PowerCutStore(cut.File);
                var work = new DiskWork(first, driver, workload, again, Bytes.All(before));
                work.Run();
                Assert.Equal(0, work.Failures);
                foreach (var second in again.Cuts(new CutSampling { Seed = first }))
                {
                    using var file = second.File;
                    bad.AddProblem(
                        CutJudge.Judge(driver, second, work.History), $"seed {seed}, cut {first}, second cut {++cuts}");
                }
            }
        }

        table.Add(driver, "after another cut", cuts, bad.Count);
        bad.AssertNone(cuts);
        Assert.InRange(cuts, 200, int.MaxValue);
    }
}
