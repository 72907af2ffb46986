using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>What the contract cannot ask of every format: more tables than the usual cache holds.</summary>
public sealed class SmallCacheTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_over_more_tables_than_the_cache_holds_comes_to_its_end()
    {
        // 40,000 blocks of a sector have 20 MB of bitmaps; 8 MiB of tables are cached
        const int Length = 40_000 * 512;
        var file = new MemoryStore();
        using var disk = TestDisk.Create(file, ImageFormats.Vhd, Length, "block_size=512");
        var content = Bytes.Noise(Length, 1);
        disk.Write(content, 0);
        disk.Flush();

        var found = await Task.Run(() => Bytes.All(disk), Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Bytes.AssertEqual(content, found);
    }

    [Fact]
    public void A_discard_over_more_tables_than_may_wait_flushes_on_its_way()
    {
        // 1,400 grains in a table each, and the tables' copies: 5.7 MB of changed tables; 4 MiB may wait
        const long Tables = 1400;
        const long TableSpan = 512 * 8192;
        var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vmdk, Tables * TableSpan, "grain_size=8K").Dispose();
        var store = new ObservedStore(new LastingStore(file));
        using var disk = TestDisk.OpenForWriting(store, ImageFormats.Vmdk);
        for (var table = 0L; table < Tables; table++)
        {
            disk.Write([1], table * TableSpan);
        }

        disk.Flush();
        store.Forget();
        disk.Discard(0, disk.Length);
        var flushed = store.Count(StoreAction.Write);
        disk.Flush();

        Assert.InRange(flushed, 2048, 2050);
        Assert.Equal(2 * Tables, store.Count(StoreAction.Write));
    }
}
