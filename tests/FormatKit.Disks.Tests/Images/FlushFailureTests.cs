using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>After a flush that failed nothing is promised any more, and nothing is written.</summary>
public sealed class FlushFailureTests
{
    private bool _fail;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_failed_flush_is_an_error_and_later_writes_and_flushes_are_refused()
    {
        var file = new MemoryStore(VhdBytes.Dynamic());
        using var disk = Open(file);
        disk.Write([1], 0);
        _fail = true;
        Assert.Throws<IOException>(disk.Flush);
        _fail = false;

        Assert.Throws<ImageException>(() => disk.Write([1], 0));
        Assert.Throws<ImageException>(() => disk.Discard(0, 1));
        Assert.Throws<ImageException>(disk.Flush);
        disk.Read(new byte[10], 0);
    }

    [Fact]
    public void A_barrier_that_fails_while_the_file_grows_counts_as_a_failed_flush()
    {
        // The system reports a lost write once. If growing swallowed that, the next flush would promise what is not
        // true.
        var file = new MemoryStore(VhdBytes.Dynamic());
        using var disk = Open(file);
        disk.Write([1], 0);
        _fail = true;
        Assert.Throws<IOException>(() => disk.Write([1], 2 * VhdBytes.BlockSize));
        _fail = false;

        Assert.Throws<ImageException>(disk.Flush);
    }

    [Fact]
    public async Task A_flush_that_waited_for_one_that_failed_fails_too()
    {
        using var failing = new SemaphoreSlim(0);
        using var mayFail = new SemaphoreSlim(0);
        var file = new MemoryStore(VhdBytes.Dynamic());
        var store = new ObservedStore(new LastingStore(file), call =>
        {
            if (call.Action == StoreAction.Flush && _fail)
            {
                _fail = false;
                failing.Release();
                mayFail.Wait();
                throw new IOException("no");
            }
        });
        using var disk = DiskImage.Open(store, new ImageOpenOptions { Writable = true });
        disk.Write([1], 0);
        _fail = true;
        var first = Task.Run(disk.Flush, Cancellation);
        await failing.WaitAsync(Cancellation);
        var second = Task.Run(disk.Flush, Cancellation);
        await Task.Delay(50, Cancellation);
        mayFail.Release();

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<ImageException>(() => second);
    }

    [Fact]
    public async Task What_was_written_before_a_write_was_cancelled_is_durable_with_the_next_flush()
    {
        var file = new MemoryStore(VhdBytes.Dynamic());
        using var stop = new CancellationTokenSource();
        var store = new ObservedStore(new LastingStore(file), call =>
        {
            if (call is { Action: StoreAction.Write, Length: VhdBytes.BlockSize })
            {
                stop.Cancel();
            }
        });
        await using var disk = DiskImage.Open(store, new ImageOpenOptions { Writable = true });
        disk.Flush();
        store.Forget();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await disk.WriteAsync(new byte[2 * VhdBytes.BlockSize], 0, stop.Token));
        disk.Flush();

        Assert.Equal(1, store.Count(StoreAction.Flush));
    }

    private DiskImage Open(MemoryStore file) => DiskImage.Open(
        new ObservedStore(new LastingStore(file), call =>
        {
            if (_fail && call.Action == StoreAction.Flush)
            {
                throw new IOException("no");
            }
        }), new ImageOpenOptions { Writable = true });
}
