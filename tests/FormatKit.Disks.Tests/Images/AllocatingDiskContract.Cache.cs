using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>A budget for tables bounds memory, never what can be done.</remarks>
public abstract partial class AllocatingDiskContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(5000)]
    public async Task A_cache_smaller_than_a_page_still_reads_and_writes(long cacheBytes)
    {
        var units = Driver.Times(256, 6);
        var file = new MemoryStore();
        Driver.Create(file, (long)units * Unit).Dispose();
        var content = Bytes.Noise((long)units * Unit, 1);
        using (var disk = Open(file, cacheBytes))
        {
            await Task.Run(() => disk.Write(content, 0), Cancellation)
                .WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }

        using var again = DiskImage.Open(
            new LastingStore(file),
            new ImageOpenOptions { Format = Format, CacheBytes = cacheBytes, Gate = TestParents.Gate });
        var found = await Task.Run(() => Bytes.All(again), Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Bytes.AssertEqual(content, found);
    }
}
