using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>Stopping on the way.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public async Task A_cancelled_token_stops_an_operation_before_it_begins()
    {
        var (file, content) = Filled();
        await using (var disk = Open(file))
        {
            var stopped = new CancellationToken(canceled: true);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await disk.ReadAsync(new byte[10], 0, stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await disk.WriteAsync(new byte[10], 0, stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await disk.WriteZeroesAsync(0, 10, stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await disk.DiscardAsync(0, Length, stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await disk.FlushAsync(stopped));
            Bytes.AssertEqual(content, Bytes.All(disk));
        }

        using var again = Reopen(file);
        Bytes.AssertEqual(content, Bytes.All(again));
    }

    [Fact]
    public async Task Cancelled_at_any_access_to_the_file_a_write_leaves_old_or_new_bytes_and_a_whole_image()
    {
        var written = Bytes.Noise((2 * Unit) + 600, 1);
        var all = new byte[Length];
        written.CopyTo(all, 100);
        for (var stopAt = 1; ; stopAt++)
        {
            var file = new MemoryStore();
            using var stop = new CancellationTokenSource();
            var accesses = 0;
            var store = new ObservedStore(new LastingStore(file), _ =>
            {
                if (Interlocked.Increment(ref accesses) == stopAt)
                {
                    stop.Cancel();
                }
            });
            Create(file).Dispose();
            var done = false;
            await using (var disk = TestDisk.OpenForWriting(store, Format))
            {
                accesses = 0;
                try
                {
                    await disk.WriteAsync(written, 100, stop.Token);
                    done = !stop.IsCancellationRequested;
                }
                catch (OperationCanceledException)
                {
                    Bytes.AssertEither(new byte[Length], all, Bytes.All(disk));
                }

                disk.Write(Bytes.Noise(Unit + 20, 2), Unit - 10);
            }

            using var again = Reopen(file);
            Bytes.AssertEqual(Bytes.Noise(Unit + 20, 2), Bytes.All(again).AsSpan(Unit - 10, Unit + 20));
            TestDisk.AssertNotCorrupt(file, Format);
            if (done)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task What_was_written_before_a_write_was_cancelled_is_durable_with_the_next_flush()
    {
        for (var (stopAt, stopped) = (1, true); stopped; stopAt++)
        {
            var (file, _) = Driver.HalfFilled();
            using var stop = new CancellationTokenSource();
            var writes = 0;
            var store = new ObservedStore(new LastingStore(file), call =>
            {
                if (call.Action == StoreAction.Write && ++writes == stopAt)
                {
                    stop.Cancel();
                }
            });
            await using var disk = Open(store);
            var cancelled = await Record.ExceptionAsync(
                async () => await disk.WriteAsync(Bytes.Noise(3L * Unit, 2), Unit / 2, stop.Token));
            Assert.True(cancelled is null or OperationCanceledException, $"{cancelled}");
            stopped = writes >= stopAt;
            disk.Flush();

            var calls = store.Calls.Select(call => call.Action).ToList();
            Assert.InRange(
                calls.LastIndexOf(StoreAction.Flush), calls.LastIndexOf(StoreAction.Write), calls.Count);
        }
    }

    [Fact]
    public async Task Cancelled_at_any_access_and_closed_it_opens_without_a_warning_and_shows_old_or_new_bytes()
    {
        for (var (stopAt, stopped) = (1, true); stopped; stopAt++)
        {
            var (file, content) = Driver.HalfFilled();
            var all = content.ToArray();
            Bytes.Noise(2L * Unit, 2).CopyTo(all, Unit);
            using var stop = new CancellationTokenSource();
            var accesses = int.MinValue;
            var store = new ObservedStore(new LastingStore(file), _ =>
            {
                if (++accesses == stopAt)
                {
                    stop.Cancel();
                }
            });
            await using (var disk = Open(store))
            {
                accesses = 0;
                var cancelled = await Record.ExceptionAsync(
                    async () => await disk.WriteAsync(all.AsMemory(Unit, 2 * Unit), Unit, stop.Token));
                Assert.True(cancelled is null or OperationCanceledException, $"{cancelled}");
                stopped = stop.IsCancellationRequested;
            }

            using var again = Reopen(file);
            Assert.Empty(again.Warnings);
            TestDisk.AssertNotCorrupt(file, Format);
            Bytes.AssertEither(content, all, Bytes.All(again));
        }
    }
}
