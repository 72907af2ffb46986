using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

internal static class ReadOnlyAssert
{
    /// <summary>The store of at least one byte takes no change, and flushing it is nothing.</summary>
    internal static async Task RefusesChanges(ByteStore store)
    {
        Assert.False(store.CanWrite);
        Assert.False(store.CanResize);
        var e = Assert.Throws<NotSupportedException>(() => store.Write(new byte[1], 0));
        Assert.StartsWith(store.Name, e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(
            async () => await store.WriteAsync(new byte[1], 0, TestContext.Current.CancellationToken));
        Assert.Throws<NotSupportedException>(() => store.SetLength(0));
        Assert.Throws<NotSupportedException>(() => store.Zero(0, 1));
        Assert.Throws<NotSupportedException>(() => store.Punch(0, 1));
        store.Flush();
    }
}
