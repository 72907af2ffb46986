using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>After a flush that failed nothing is promised any more, and nothing is written.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public async Task A_failed_flush_is_an_error_and_later_writes_and_flushes_are_refused()
    {
        var (file, content) = Driver.HalfFilled();
        var fails = false;
        var store = FailingFlush(file, () => fails);
        using var disk = Open(store);
        disk.Write([1], 0);
        fails = true;
        Assert.Throws<IOException>(disk.Flush);
        fails = false;
        store.Forget();

        Assert.Throws<ImageException>(() => disk.Write([1], 0));
        Assert.Throws<ImageException>(() => disk.WriteZeroes(0, 1));
        Assert.Throws<ImageException>(() => disk.Discard(0, 1));
        Assert.Throws<ImageException>(disk.Flush);
        await Assert.ThrowsAsync<ImageException>(async () => await disk.FlushAsync(Cancellation));
        Bytes.AssertEqual(content.AsSpan(1), Bytes.All(disk).AsSpan(1));
        disk.Dispose();
        Assert.DoesNotContain(store.Calls, call => call.Action != StoreAction.Read);
    }

    [Fact]
    public async Task A_failed_asynchronous_flush_is_an_error_for_everyone()
    {
        var (file, _) = Driver.HalfFilled();
        var fails = false;
        await using var disk = Open(FailingFlush(file, () => fails));
        await disk.WriteAsync(new byte[] { 1 }, 0, Cancellation);
        fails = true;
        await Assert.ThrowsAsync<IOException>(async () => await disk.FlushAsync(Cancellation));
        fails = false;

        Assert.Throws<ImageException>(disk.Flush);
        await Assert.ThrowsAsync<ImageException>(
            async () => await disk.WriteAsync(new byte[] { 1 }, 0, Cancellation));
    }

    [Fact]
    public async Task A_flush_that_waited_for_one_that_failed_fails_too()
    {
        using var failing = new SemaphoreSlim(0);
        using var mayFail = new SemaphoreSlim(0);
        var (file, _) = Driver.HalfFilled();
        var fails = false;
        var store = new ObservedStore(new LastingStore(file), call =>
        {
            if (call.Action == StoreAction.Flush && fails)
            {
                fails = false;
                failing.Release();
                mayFail.Wait();
                throw new IOException("no");
            }
        });
        using var disk = Open(store);
        disk.Write([1], 0);
        fails = true;
        var first = Task.Run(disk.Flush, Cancellation);
        await failing.WaitAsync(Cancellation);
        var second = Task.Run(disk.Flush, Cancellation);
        await Task.Delay(50, Cancellation);
        mayFail.Release();

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<ImageException>(() => second);
    }

    [Fact]
    public void A_flush_whose_writing_fails_is_an_error_too()
    {
        var (file, _) = Driver.HalfFilled();
        var fails = false;
        using var disk = Open(new ObservedStore(new LastingStore(file), call =>
        {
            if (fails && call.Action != StoreAction.Read)
            {
                throw new IOException("no");
            }
        }));
        disk.Write(Bytes.Noise(Unit, 2), 2L * Unit);
        fails = true;
        Assert.Throws<IOException>(disk.Flush);
        fails = false;

        Assert.Throws<ImageException>(disk.Flush);
    }

    private static ObservedStore FailingFlush(MemoryStore file, Func<bool> fails) =>
        new(new LastingStore(file), call =>
        {
            if (call.Action == StoreAction.Flush && fails())
            {
                throw new IOException("no");
            }
        });
}
