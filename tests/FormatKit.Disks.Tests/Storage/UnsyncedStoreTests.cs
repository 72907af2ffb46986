using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class UnsyncedStoreContractTests : ResizableStoreContract
{
    protected override ByteStore Make(byte[] content) => new UnsyncedStore(new MemoryStore(content), writesAhead: true);
}

public sealed class UnsyncedStoreTests
{
    private const int MiB = 1 << 20;

    [Fact]
    public async Task Its_flushes_do_not_reach_the_store_under_construction()
    {
        var inner = new ObservedStore(new MemoryStore());
        using var store = new UnsyncedStore(inner);

        store.Write([1], 0);
        store.Flush();
        await store.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, inner.Count(StoreAction.Flush));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task It_asks_for_writing_every_64_MiB_when_it_will_be_flushed(bool writesAhead, int times)
    {
        var inner = new BeginCountingStore();
        using var store = new UnsyncedStore(inner, writesAhead: writesAhead);
        var buffer = new byte[16 * MiB];

        for (var at = 0L; at < 128 * MiB; at += 2 * buffer.Length)
        {
            store.Write(buffer, at);
            await store.WriteAsync(buffer, at + buffer.Length, TestContext.Current.CancellationToken);
        }

        Assert.Equal(times, inner.Begun);
    }

    [Fact]
    public void Asking_a_file_to_begin_writing_changes_nothing_in_it()
    {
        using var folder = new TemporaryFolder();
        using var store = FileStore.Create(folder["a"]);
        store.Write([1, 2, 3], 0);

        store.BeginFlush();

        var content = new byte[4];
        Assert.Equal(3, store.Read(content, 0));
        Assert.Equal([1, 2, 3, 0], content);
    }

    /// <summary>Counts what it is asked for, and keeps nothing.</summary>
    private sealed class BeginCountingStore() : StoreDecorator(new MemoryStore(), leaveOpen: false)
    {
        public int Begun { get; private set; }

        public override void BeginFlush() => Begun++;

        public override void Write(ReadOnlySpan<byte> buffer, long offset)
        {
        }

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default) => default;
    }
}
