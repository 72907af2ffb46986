using System.Collections.Concurrent;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>Closing beside writers, who wait for each other where they allocate.</remarks>
public abstract partial class AllocatingDiskContract
{
    [Fact]
    public void Writers_that_wait_for_each_other_when_the_disk_is_closed_come_to_an_end()
    {
        using var isWriting = new ManualResetEventSlim();
        using var mayWrite = new ManualResetEventSlim();
        var (file, _) = Driver.HalfFilled();
        var stops = false;
        var disk = Open(new ObservedStore(new LastingStore(file), call =>
        {
            if (stops && call.Action != StoreAction.Read)
            {
                stops = false;
                isWriting.Set();
                mayWrite.Wait(Cancellation);
            }
        }));
        disk.Write([1], 0);
        stops = true;
        var errors = new ConcurrentBag<Exception>();
        Thread[] writers = [.. Enumerable.Range(0, 3).Select(_ => Waiting(() => disk.Write([1], 2L * Unit), errors))];
        writers[0].Start();
        isWriting.Wait(Cancellation);
        Assert.All(writers[1..], writer => writer.Start());
        Assert.All(writers[1..], AssertWaits);
        disk.Abandon();
        mayWrite.Set();

        Assert.All(writers, writer => Assert.True(writer.Join(TimeSpan.FromSeconds(10)), "a writer waits for ever"));
        Assert.Equal(writers.Length, errors.Count);
        Assert.All(errors, error => Assert.IsType<ObjectDisposedException>(error));
    }

    private static Thread Waiting(Action action, ConcurrentBag<Exception> errors) =>
        new(() => errors.Add(Record.Exception(action)!)) { IsBackground = true };

    private static void AssertWaits(Thread thread) =>
        Assert.True(SpinWait.SpinUntil(
            () => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(10)));
}
