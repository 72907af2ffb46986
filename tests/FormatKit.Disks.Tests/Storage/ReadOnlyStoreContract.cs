namespace FormatKit.Disks.Tests.Storage;

/// <summary>What every store that takes no writes must do besides <see cref="ByteStoreContract"/>.</summary>
public abstract class ReadOnlyStoreContract : ByteStoreContract
{
    [Fact]
    public async Task It_refuses_every_change_and_keeps_its_bytes()
    {
        var store = Open(1000);

        await ReadOnlyAssert.RefusesChanges(store);
        await store.FlushAsync(Cancellation);

        Assert.Equal(Noise(1000), ReadAll(store));
    }

    [Fact]
    public async Task A_disposed_store_says_that_first()
    {
        var store = Open(10);
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.Write(new byte[1], 0));
        Assert.Throws<ObjectDisposedException>(() => store.SetLength(1));
        Assert.Throws<ObjectDisposedException>(() => store.Zero(0, 1));
        Assert.Throws<ObjectDisposedException>(() => store.Punch(0, 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await store.WriteAsync(new byte[1], 0, Cancellation));
    }
}
