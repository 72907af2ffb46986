namespace FormatKit.Disks.Tests.Storage;

/// <summary>What every store of fixed size must do besides <see cref="WritableStoreContract"/>.</summary>
public abstract class FixedStoreContract : WritableStoreContract
{
    [Fact]
    public void It_says_that_it_cannot_be_resized() => Assert.False(Open(1).CanResize);

    [Fact]
    public async Task It_refuses_all_of_a_write_past_its_end()
    {
        var store = Open(1000);
        var e = Assert.Throws<IOException>(() => store.Write(new byte[20], 990));
        Assert.StartsWith(store.Name, e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(
            async () => await store.WriteAsync(new byte[20], 990, Cancellation));
        Assert.Throws<IOException>(() => store.Write(new byte[1], long.MaxValue));
        Assert.Throws<NotSupportedException>(() => store.SetLength(1000));
        Assert.Equal(Noise(1000), ReadAll(store));
    }
}
