using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Whichever call of the host fails, once or from then on: an error, never a damaged image.</summary>
public sealed class HostFaultTests
{
    private const int Steps = 40;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_host_that_fails_costs_nothing_that_was_flushed(int seed, bool lasts)
    {
        var calls = CountCalls(seed);
        Assert.InRange(calls, 50, 1000);
        for (var failing = 1; failing <= calls; failing++)
        {
            var file = new MemoryStore(Workload.InitialFile());
            var made = 0;
            var store = new ObservedStore(new LastingStore(file), call =>
            {
                if (call.Action != StoreAction.Read && (++made == failing || (lasts && made > failing)))
                {
                    throw new IOException("no space left");
                }
            });
            var work = new Workload(seed, store, () => made);
            work.Run(Steps);

            using var again = TestDisk.OpenForReading(file);
            var problem = work.History.Judge(int.MaxValue, Bytes.All(again));
            Assert.True(problem is null, $"call {failing} failed: {problem}");
            TestDisk.AssertNotCorrupt(file, ImageFormats.Vhd);
        }
    }

    private static int CountCalls(int seed)
    {
        var store = new ObservedStore(new LastingStore(new MemoryStore(Workload.InitialFile())));
        new Workload(seed, store, () => 0).Run(Steps);
        return store.Calls.Count(call => call.Action != StoreAction.Read);
    }
}
