using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;

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
}
