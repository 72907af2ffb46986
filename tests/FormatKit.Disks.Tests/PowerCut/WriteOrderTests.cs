using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>
/// At every point where the power may go: the image opens, what was flushed is there, every other sector is old or
/// new, check finds leaks and stale copies at most, and whoever opens it next can go on.
/// </summary>
public sealed class WriteOrderTests
{
    private const int Seeds = 6;
    private const int Steps = 60;

    [Fact]
    public void No_loss_of_power_harms_a_dynamic_vhd()
    {
        var (cuts, bad) = (0, new List<string>());
        for (var seed = 1; seed <= Soak.Times(Seeds); seed++)
        {
            var (log, history) = Record(seed);
            cuts += Judge(seed, log, history, bad);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cuts} cuts, {bad.Count} bad states");
        Assert.True(bad.Count == 0, $"{bad.Count} of {cuts} cuts: {bad.FirstOrDefault()}");
        Assert.InRange(cuts, 1000, int.MaxValue);
    }

    [Fact]
    public void Without_the_barrier_before_tables_are_written_it_would()
    {
        var bad = new List<string>();
        for (var seed = 1; seed <= 3; seed++)
        {
            var (log, history) = Record(seed);
            for (var at = log.Count - 2; at >= 0; at--)
            {
                if (log[at].Kind == HostActionKind.Flush && log[at + 1].Kind == HostActionKind.Write
                    && Workload.IsTable(log[at + 1].Offset))
                {
                    // Taken out of effect, not out of the list: positions stay what they are.
                    log[at] = new HostAction(HostActionKind.Zero, 0, 0, []);
                }
            }

            Judge(seed, log, history, bad);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{bad.Count} bad states without the barrier");
        Assert.NotEmpty(bad);
    }

    private static (List<HostAction> Log, GuestHistory History) Record(int seed)
    {
        using var file = new MemoryStore(Workload.InitialFile());
        var store = new RecordingStore(file);
        var work = new Workload(seed, store, () => store.Position);
        work.Run(Steps);
        Assert.Equal(0, work.Failures);
        return ([.. store.Log], work.History);
    }

    private static int Judge(int seed, List<HostAction> log, GuestHistory history, List<string> bad)
    {
        var cuts = 0;
        using var initial = new MemoryStore(Workload.InitialFile());
        foreach (var cut in PowerCuts.Of(initial, log, seed))
        {
            using var file = cut.File;
            cuts++;
            if (Judge(file, cut.Position, history, goOn: cuts % 4 == 0) is { } problem)
            {
                bad.Add($"seed {seed}, cut {cuts} at {cut.Position}: {problem}");
            }
        }

        return cuts;
    }

    private static string? Judge(MemoryStore file, int position, GuestHistory history, bool goOn)
    {
        try
        {
            byte[] found;
            using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
            {
                found = Bytes.All(disk);
            }

            return history.Judge(position, found) ?? Corruption(file) ?? (goOn ? GoOn(file, found) : null);
        }
        catch (ImageException e)
        {
            return e.Message;
        }
    }

    /// <summary>Whoever opens it next writes into old and new blocks and leaves nothing wrong but leaks.</summary>
    private static string? GoOn(MemoryStore file, byte[] content)
    {
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            for (var block = 0; block < 5; block++)
            {
                var bytes = Bytes.Noise(700, block);
                disk.Write(bytes, (block * VhdBytes.BlockSize) + 300);
                bytes.CopyTo(content, (block * VhdBytes.BlockSize) + 300);
            }
        }

        using var again = TestDisk.OpenForReading(file);
        return !Bytes.All(again).AsSpan().SequenceEqual(content) ? "what was written next is wrong"
            : again.Warnings.Count > 0 ? again.Warnings[0]
            : Corruption(file);
    }

    private static string? Corruption(MemoryStore file) =>
        TestDisk.Check(file, ImageFormats.Vhd).Findings
            .FirstOrDefault(finding => finding.Severity == CheckSeverity.Corruption)?.Message;
}
