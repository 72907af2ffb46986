using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class MemoryStoreContractTests : ResizableStoreContract
{
    protected override ByteStore Make(byte[] content) => new MemoryStore(content);
}

public sealed class MemoryStoreTests
{
    private const int Chunk = MemoryStore.ChunkSize;

    [Fact]
    public void A_store_of_64_TiB_with_little_in_it_costs_little_and_is_mapped_at_once()
    {
        using var store = new MemoryStore(64L << 40);
        store.Write([1], 63L << 40);

        Assert.Equal(Chunk, store.AllocatedBytes);
        Assert.Equal(new StoreRun(63L << 40, IsHole: true), store.RunAt(0, long.MaxValue));
        Assert.Equal(new StoreRun(Chunk, IsHole: false), store.RunAt(63L << 40, long.MaxValue));
        Assert.True(store.RunAt((63L << 40) + Chunk, long.MaxValue).IsHole);
    }

    [Fact]
    public void Punch_drops_whole_chunks_and_Zero_keeps_them()
    {
        using var store = new MemoryStore();
        store.Write(Enumerable.Repeat((byte)7, 4 * Chunk).ToArray(), 0);

        store.Zero(0, 4 * Chunk);
        Assert.Equal(4 * Chunk, store.AllocatedBytes);

        store.Punch(1, 3 * Chunk);
        Assert.Equal(2 * Chunk, store.AllocatedBytes);
    }

    [Fact]
    public void Punch_to_the_end_drops_the_last_chunk_too()
    {
        using var store = new MemoryStore(new byte[Chunk + 5]);

        store.Punch(Chunk, 5);

        Assert.Equal(new StoreRun(5, IsHole: true), store.RunAt(Chunk, 100));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        using var store = new MemoryStore([1, 2, 3]);
        using var clone = store.Clone();

        store.Write([9], 0);
        clone.Write([8], 3);

        Assert.Equal([9, 2, 3], store.ToArray());
        Assert.Equal([1, 2, 3, 8], clone.ToArray());
    }
}
