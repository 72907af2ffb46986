using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class ReadOnlyStoreContractTests : ReadOnlyStoreContract
{
    protected override ByteStore Make(byte[] content) => new ReadOnlyStore(new MemoryStore(content));
}

public sealed class ReadOnlyStoreTests
{
    [Fact]
    public async Task It_refuses_every_change_and_says_what_it_is()
    {
        using var store = new ReadOnlyStore(new MemoryStore([1, 2, 3], "disk.vhd"));

        await ReadOnlyAssert.RefusesChanges(store);
        Assert.Equal("disk.vhd", store.Name);
    }

    [Fact]
    public void It_leaves_the_inner_store_open_when_told_to()
    {
        using var inner = new MemoryStore([1]);

        new ReadOnlyStore(inner, leaveOpen: true).Dispose();
        Assert.Equal(1, inner.Length);

        new ReadOnlyStore(inner).Dispose();
        Assert.Throws<ObjectDisposedException>(() => inner.Length);
    }

    [Fact]
    public void It_shows_the_holes_of_the_inner_store()
    {
        using var store = new ReadOnlyStore(new MemoryStore(1L << 40));

        Assert.Equal(new StoreRun(1L << 40, IsHole: true), store.RunAt(0, long.MaxValue));
        Assert.Equal(0, store.AllocatedBytes);
    }
}
