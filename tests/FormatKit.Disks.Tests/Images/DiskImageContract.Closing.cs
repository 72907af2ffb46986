using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>Flushing, closing, and what comes after.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public void What_was_flushed_is_there_without_the_disk_being_closed()
    {
        var file = new MemoryStore();
        using var disk = Create(file);
        var expected = new byte[Length];
        Write(disk, expected, 100, (2L * Unit) + 50, 1);
        disk.Discard(0, Unit);
        expected.AsSpan(0, Unit).Clear();
        disk.Flush();

        using var copy = file.Clone();
        using var again = TestDisk.OpenForReading(copy, Format);
        Bytes.AssertEqual(expected, Bytes.All(again));
    }

    [Fact]
    public void Closing_flushes()
    {
        var (file, content) = Filled();

        using var disk = Reopen(file);
        Bytes.AssertEqual(content, Bytes.All(disk));
    }

    [Fact]
    public async Task A_closed_disk_says_so()
    {
        var disk = Create(new MemoryStore());
        disk.Dispose();
        disk.Dispose();
        await disk.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => disk.Read(new byte[1], 0));
        Assert.Throws<ObjectDisposedException>(() => disk.Write(new byte[1], 0));
        Assert.Throws<ObjectDisposedException>(() => disk.WriteZeroes(0, 1));
        Assert.Throws<ObjectDisposedException>(() => disk.Discard(0, 1));
        Assert.Throws<ObjectDisposedException>(disk.Flush);
        Assert.Throws<ObjectDisposedException>(() => disk.Map(0, 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await disk.FlushAsync(Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await disk.ReadAsync(new byte[1], 0, Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await disk.WriteAsync(new byte[1], 0, Cancellation));
    }

    [Fact]
    public void An_abandoned_image_writes_nothing_more_and_is_whole_as_of_the_last_flush()
    {
        var file = new MemoryStore();
        var disk = Create(file);
        var expected = new byte[Length];
        Write(disk, expected, 0, 2L * Unit, 1);
        disk.Flush();
        disk.Write(Bytes.Noise(Unit, 2), 3L * Unit);
        disk.Abandon();

        using var again = Reopen(file);
        Bytes.AssertEqual(expected.AsSpan(0, 3 * Unit), Bytes.All(again).AsSpan(0, 3 * Unit));
        TestDisk.AssertNotCorrupt(file, Format);
    }

    [Fact]
    public async Task Closing_asynchronously_flushes()
    {
        var file = new MemoryStore();
        await using (var disk = Create(file))
        {
            await disk.WriteAsync(Bytes.Noise(Length, 1), 0, Cancellation);
        }

        using var again = Reopen(file);
        Bytes.AssertEqual(Bytes.Noise(Length, 1), Bytes.All(again));
    }

    [Fact]
    public void Whatever_a_flush_wrote_has_a_barrier_behind_it_and_so_has_what_came_before()
    {
        var (file, _) = Driver.HalfFilled();
        var store = new ObservedStore(new LastingStore(file));
        using var disk = Open(store);
        foreach (var change in (Action[])
            [
                () => disk.Write(Bytes.Noise(Unit + 1, 3), 2L * Unit), () => disk.Write([1], 0),
                () => disk.WriteZeroes(1, Unit), () => disk.WriteZeroes(0, Unit), () => disk.Discard(0, 2L * Unit),
            ])
        {
            store.Forget();
            change();
            disk.Flush();

            var calls = store.Calls.Select(call => call.Action).ToList();
            Assert.InRange(
                calls.LastIndexOf(StoreAction.Flush), calls.LastIndexOf(StoreAction.Write), calls.Count);
        }
    }

    [Fact]
    public void A_flush_with_nothing_to_flush_writes_nothing()
    {
        var (file, _) = Driver.HalfFilled();
        var store = new ObservedStore(new LastingStore(file));
        using var disk = Open(store);
        disk.Write([1], 0);
        disk.Flush();
        store.Forget();
        disk.Flush();

        Assert.Equal(0, store.Count(StoreAction.Write));
    }
}
