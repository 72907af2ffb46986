using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class BorrowedStoreContractTests : ResizableStoreContract
{
    protected override ByteStore Make(byte[] content) => new BorrowedStore(new MemoryStore(content));
}

public sealed class BorrowedStoreTests
{
    [Fact]
    public void It_gives_the_store_back_open()
    {
        using var inner = new MemoryStore([1, 2, 3]);

        new BorrowedStore(inner).Dispose();

        Assert.Equal(3, inner.Length);
    }
}
