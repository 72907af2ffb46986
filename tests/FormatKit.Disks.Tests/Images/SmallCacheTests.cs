using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>A budget for tables bounds memory, never what can be done.</summary>
public sealed class SmallCacheTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(5000)]
    public async Task A_cache_smaller_than_a_page_still_reads_and_writes(long cacheBytes)
    {
        var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vhd, 1 << 20, "block_size=4K").Dispose();
        var content = Bytes.Noise(1 << 20, 1);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd, cacheBytes))
        {
            await Task.Run(() => disk.Write(content, 0), Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }

        using var again = DiskImage.Open(new LastingStore(file), new ImageOpenOptions { CacheBytes = cacheBytes });
        var found = await Task.Run(() => Bytes.All(again), Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Bytes.AssertEqual(content, found);
    }

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

        var found = await Task.Run(() => Bytes.All(disk), Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Bytes.AssertEqual(content, found);
    }
}
