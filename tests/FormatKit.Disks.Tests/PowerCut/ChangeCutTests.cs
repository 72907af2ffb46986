using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>
/// An image whose headers are changed is, at every cut, the image before or the one after, with the same content; and
/// whoever does the change again comes to its end.
/// </summary>
public sealed class ChangeCutTests(PowerCutTable table)
{
    private const int AgainEvery = 3;

    public static TheoryData<string> Changes => new(ChangeCase.All.Select(change => change.Name));

    [Theory]
    [MemberData(nameof(Changes))]
    public void No_loss_of_power_harms_an_image_whose_headers_change(string name)
    {
        var change = ChangeCase.Find(name);
        var driver = change.Driver;
        var image = change.Initial();
        var after = change.After(image.Content);
        var store = Record(change, image);
        var whole = new MemoryStore(image.File);
        Assert.Null(Finished(change, whole, after));
        Assert.Empty(TestDisk.Check(whole, driver.Format).Findings);
        var tally = new Tally();
        foreach (var cut in store.Cuts(new CutSampling { Effort = Soak.Times(1) }))
        {
            using var file = cut.File;
            var problem = CutJudge.JudgeOneOf(driver, cut.File, image.Content, after);
            if (problem is null && tally.Tried % AgainEvery == 0)
            {
                problem = Finished(change, file, after);
            }

            tally.Add(problem, $"cut at {cut.Earliest} to {cut.Latest}");
        }

        table.Add(driver, change.Name, tally);
        tally.AssertAllGood(atLeast: 5);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Without_its_barriers_one_would(string name)
    {
        var change = ChangeCase.Find(name);
        var driver = change.Driver;
        var image = change.Initial();
        var after = change.After(image.Content);
        var store = Record(change, image);
        var journal = store.Journal;
        var missed = new List<bool>();
        for (var at = 0; at < journal.Count; at++)
        {
            if (journal[at].Kind == StoreOperationKind.Flush)
            {
                missed.Add(store.Cuts(new CutSampling { SwallowedFlush = at })
                    .Any(cut => CutJudge.JudgeOneOf(driver, cut.File, image.Content, after) is not null));
            }
        }

        table.AddCanary(driver, Barrier.ChangeOfHeaders, missed.Count, missed.Count(isMissed => isMissed));
        Assert.InRange(missed.Count(isMissed => isMissed), change.Needed, missed.Count);
    }

    private static PowerCutStore Record(ChangeCase change, CutImage image)
    {
        var store = new PowerCutStore(new MemoryStore(image.File));
        change.Run(new LastingStore(store));
        return store;
    }

    /// <summary>Does the change, and says what is wrong then, or null. Space that was lost before stays lost.</summary>
    private static string? Finished(ChangeCase change, MemoryStore file, byte[] content)
    {
        var format = change.Driver.Format;
        try
        {
            change.Run(new LastingStore(file));
            using var disk = TestDisk.OpenForReading(file, format);
            var report = TestDisk.Check(file, format);
            var worse = report.Findings.Where(finding => finding.Severity != CheckSeverity.Leak);
            var parent = disk.BackingReference?.Names[0].Path.Split('/')[^1];
            return disk.Warnings.Concat(worse.Select(finding => finding.Message)).FirstOrDefault()
                ?? (parent != change.Parent ? $"done again, its parent is {parent}" : null)
                ?? (Bytes.All(disk).AsSpan().SequenceEqual(content) ? null : "done again, its content is another");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"done again: {e.GetType().Name}: {e.Message}";
        }
    }
}
