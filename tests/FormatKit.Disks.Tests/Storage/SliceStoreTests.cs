using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class SliceStoreContractTests : FixedStoreContract
{
    private const long Start = (5L << 30) + 13;

    protected override ByteStore Make(byte[] content)
    {
        var inner = new MemoryStore(Start + content.Length + 100);
        inner.Write(content, Start);
        return new SliceStore(inner, Start, content.Length);
    }
}

public sealed class SliceStoreTests
{
    [Fact]
    public async Task Its_size_is_fixed_and_its_neighbours_are_safe()
    {
        using var inner = new MemoryStore([1, 2, 3, 4, 5, 6]);
        using var slice = new SliceStore(inner, 2, 3, leaveOpen: true);

        Assert.False(slice.CanResize);
        var e = Assert.Throws<IOException>(() => slice.Write([9, 9], 2));
        Assert.StartsWith("(memory)", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(
            async () => await slice.WriteAsync(new byte[2], 2, TestContext.Current.CancellationToken));
        Assert.Throws<NotSupportedException>(() => slice.SetLength(1));
        slice.Zero(2, 100);
        slice.Punch(1, 100);

        Assert.Equal([1, 2, 3, 0, 0, 6], inner.ToArray());
    }

    [Fact]
    public async Task A_slice_of_an_unwritable_store_is_unwritable()
    {
        using var slice = new SliceStore(new ReadOnlyStore(new MemoryStore([1, 2, 3])), 1, 1);

        await ReadOnlyAssert.RefusesChanges(slice);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    [InlineData(1, long.MaxValue)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public void A_window_outside_the_store_is_refused(long offset, long length)
    {
        using var inner = new MemoryStore([1, 2, 3]);

        Assert.Throws<ArgumentOutOfRangeException>(() => new SliceStore(inner, offset, length));
    }

    [Fact]
    public void It_owns_the_inner_store_unless_told_otherwise()
    {
        using var inner = new MemoryStore([1]);

        new SliceStore(inner, 0, 1, leaveOpen: true).Dispose();
        Assert.Equal(1, inner.Length);

        new SliceStore(inner, 0, 1).Dispose();
        Assert.Throws<ObjectDisposedException>(() => inner.Length);
    }
}
