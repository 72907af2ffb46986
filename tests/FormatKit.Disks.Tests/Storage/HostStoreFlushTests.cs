using FormatKit.Disks.Storage;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Tests.Storage;

public sealed class HostStoreFlushTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void After_a_failed_flush_every_later_one_fails_too()
    {
        using var store = Open();
        store.Write([1], 0);
        store.Failure = new IOException("the disk is gone");

        var first = Assert.Throws<IOException>(store.Flush);
        store.Failure = null;
        var second = Assert.Throws<IOException>(store.Flush);

        Assert.Equal("a.img: cannot flush: the disk is gone", first.Message);
        Assert.StartsWith("a.img: an earlier flush failed", second.Message, StringComparison.Ordinal);
        Assert.Equal(1, store.Flushes);
    }

    [Fact]
    public async Task Only_what_changed_is_flushed()
    {
        using var store = Open();
        store.Flush();
        store.Flush();
        Assert.Equal(1, store.Flushes);

        Action[] changes = [() => store.Write([1], 0), () => store.Zero(0, 1), () => store.Punch(0, 1)];
        foreach (var change in changes)
        {
            var before = store.Flushes;
            change();
            await store.FlushAsync(TestContext.Current.CancellationToken);
            await store.FlushAsync(TestContext.Current.CancellationToken);
            Assert.Equal(before + 1, store.Flushes);
        }
    }

    [Fact]
    public void A_change_while_a_flush_runs_is_flushed_by_the_next()
    {
        using var store = Open();
        store.WhileFlushing = () => store.Write([1], 0);

        store.Flush();
        store.WhileFlushing = null;
        store.Flush();

        Assert.Equal(2, store.Flushes);
    }

    private FaultyStore Open() =>
        new(File.OpenHandle(_folder.File("a.img", [0]), access: FileAccess.ReadWrite));

    private sealed class FaultyStore(SafeFileHandle handle) : HostStore("a.img", handle, canWrite: true)
    {
        internal Exception? Failure { get; set; }

        internal Action? WhileFlushing { get; set; }

        internal int Flushes { get; private set; }

        public override bool CanResize => false;

        public override long Length => RandomAccess.GetLength(Handle);

        public override void SetLength(long length) => throw new NotSupportedException();

        private protected override void FlushHandle()
        {
            Flushes++;
            WhileFlushing?.Invoke();
            if (Failure is not null)
            {
                throw Failure;
            }
        }
    }
}
