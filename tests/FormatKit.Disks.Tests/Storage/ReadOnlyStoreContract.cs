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
}
