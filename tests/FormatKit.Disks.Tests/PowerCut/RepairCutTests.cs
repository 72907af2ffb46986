using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>An image that could be used before a repair can be used at every cut of it; and whoever repairs it again
/// comes to where the first one would have come.</summary>
public sealed class RepairCutTests(PowerCutTable table)
{
    private const int Effort = 3;

    private static readonly RepairOptions Options = new()
    {
        AllowDataLoss = true, Check = new CheckOptions { Gate = TestParents.Gate },
    };

    private static readonly CutDriver Fixed = new(
        "vpc fixed", new TestedDriver(ImageFormats.Vhd, "subformat=fixed", VhdBytes.BlockSize));

    public static TheoryData<string> Drivers =>
        new(CutDrivers.All.Where(driver => driver.Damaged.Count > 0).Select(driver => driver.Name));

    [Theory]
    [MemberData(nameof(Drivers))]
    public void No_loss_of_power_harms_an_image_whose_copies_are_repaired(string driverName)
    {
        var driver = CutDrivers.Find(driverName);
        var tally = new Tally();
        foreach (var damaged in driver.Damaged)
        {
            var image = damaged();
            foreach (var cut in Record(driver, image.File).Cuts(new CutSampling { Effort = Soak.Times(Effort) }))
            {
                using var file = cut.File;
                var problem = CutJudge.Judge(driver, cut, new GuestHistory(image.Content))
                    ?? RepairedAgain(driver, file, image.Content);
                tally.Add(problem, $"cut at {cut.Earliest} to {cut.Latest}");
            }
        }

        table.Add(driver, "repair", tally);
        tally.AssertAllGood(atLeast: 6);
    }

    [Fact]
    public void No_loss_of_power_keeps_any_damage_from_being_repaired()
    {
        foreach (var driver in (CutDriver[])[CutDrivers.Find("vpc 4K blocks"), CutDrivers.Find("vpc batmap"), Fixed])
        {
            var tally = new Tally();
            foreach (var damage in DamagesOf(driver))
            {
                foreach (var cut in Record(driver, damage.Make()).Cuts(new CutSampling { Effort = Soak.Times(Effort) }))
                {
                    using var file = cut.File;
                    tally.Add(RepairedAgain(driver, file, damage.Content()), $"{damage.Name}, cut at {cut.Earliest}");
                }
            }

            table.Add(driver, "repair of any damage", tally);
            tally.AssertAllGood(atLeast: 5);
        }
    }

    [Fact]
    public void Without_its_barriers_one_would()
    {
        var damage = VhdDamage.Find("fixed, space before the footer");
        var store = Record(Fixed, damage.Make());
        var missed = new List<bool>();
        for (var at = 0; at < store.Journal.Count; at++)
        {
            if (store.Journal[at].Kind == StoreOperationKind.Flush)
            {
                missed.Add(store.Cuts(new CutSampling { SwallowedFlush = at, Effort = 4 })
                    .Any(cut => CutJudge.Judge(Fixed, cut, new GuestHistory(damage.Content())) is not null));
            }
        }

        table.AddCanary(Fixed, Barrier.Repair, missed.Count, missed.Count(isMissed => isMissed));
        Assert.Contains(true, missed);
    }

    private static IEnumerable<VhdDamage> DamagesOf(CutDriver driver) =>
        VhdDamage.Harmless.Concat(VhdDamage.Costly).Where(damage => damage.Name switch
        {
            var name when name.StartsWith("batmap", StringComparison.Ordinal) => driver.Name == "vpc batmap",
            var name when name.StartsWith("fixed", StringComparison.Ordinal) => driver == Fixed,
            _ => driver.Name == "vpc 4K blocks",
        });

    private static PowerCutStore Record(CutDriver driver, byte[] file)
    {
        var store = new PowerCutStore(new MemoryStore(file));
        RepairOperation.Run(new LastingStore(store), driver.Format, Options);
        return store;
    }

    private static string? RepairedAgain(CutDriver driver, MemoryStore file, byte[] content)
    {
        try
        {
            var after = RepairOperation.Run(new LastingStore(file), driver.Format, Options).After;
            using var disk = TestDisk.OpenForReading(file, driver.Format);
            return after.Findings.FirstOrDefault(finding => finding.Severity != CheckSeverity.Leak) is { } left
                ? $"repaired again: {left.Message}"
                : Bytes.All(disk).AsSpan().SequenceEqual(content) ? null : "repaired again, its content is another";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"repaired again: {e.GetType().Name}: {e.Message}";
        }
    }
}
