using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class ObservedStoreContractTests : ResizableStoreContract
{
    protected override ByteStore Make(byte[] content) => new ObservedStore(new MemoryStore(content));
}

public sealed class ObservedStoreTests
{
    [Fact]
    public async Task It_records_what_is_done()
    {
        using var store = new ObservedStore(new MemoryStore([1, 2, 3]));

        store.Write([9], 1);
        await store.FlushAsync(TestContext.Current.CancellationToken);
        store.Read(new byte[2], 0);

        Assert.Equal(
            [new(StoreAction.Write, 1, 1), new(StoreAction.Flush, 0, 0), new StoreCall(StoreAction.Read, 0, 2)],
            store.Calls);
    }

    [Fact]
    public void What_fails_leaves_the_store_as_it_was()
    {
        using var inner = new MemoryStore([1, 2, 3]);
        using var store = new ObservedStore(inner, call =>
        {
            if (call is { Action: StoreAction.Write, Offset: 1 })
            {
                throw new IOException("as planned");
            }
        });

        store.Write([7], 0);
        Assert.Throws<IOException>(() => store.Write([9], 1));

        Assert.Equal([7, 2, 3], inner.ToArray());
    }
}
