namespace FormatKit.Disks.Tests.Storage;

/// <summary>What every store that can grow must do besides <see cref="WritableStoreContract"/>.</summary>
public abstract class ResizableStoreContract : WritableStoreContract
{
    [Fact]
    public void It_says_that_it_can_be_resized() => Assert.True(Open(1).CanResize);

    [Fact]
    public void Write_over_the_end_extends()
    {
        var store = Open(100);

        store.Write(Noise(50, seed: 2), 90);

        Assert.Equal(140, store.Length);
        Assert.Equal([.. Noise(100)[..90], .. Noise(50, seed: 2)], ReadAll(store));
    }

    [Fact]
    public async Task Write_past_the_end_leaves_a_gap_of_zeros()
    {
        var store = Open(100);

        await store.WriteAsync(Noise(10, seed: 2), 200_000, Cancellation);

        Assert.Equal(200_010, store.Length);
        AssertRunsCover(store, [.. Noise(100), .. new byte[199_900], .. Noise(10, seed: 2)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(70_001)]
    public void What_is_cut_off_reads_as_zeros_when_the_store_grows_again(int cut)
    {
        var store = Open(200_000);

        store.SetLength(cut);
        Assert.Equal(cut, store.Length);
        store.SetLength(200_000);

        Assert.Equal(200_000, store.Length);
        AssertRunsCover(store, [.. Noise(200_000)[..cut], .. new byte[200_000 - cut]]);
    }

    [Fact]
    public void Zero_and_Punch_never_extend()
    {
        var store = Open(10);

        store.Zero(5, 100_000);
        store.Punch(5, 100_000);

        Assert.Equal(10, store.Length);
    }

    [Theory]
    [InlineData((1L << 32) - 3)]
    [InlineData((1L << 42) + 17)]
    public void Offsets_past_4_GiB_are_not_cut(long offset)
    {
        var store = Open(0);

        store.Write([1, 2, 3, 4, 5, 6], offset);

        var read = new byte[8];
        Assert.Equal(7, store.Read(read, offset - 1));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 0], read);
        Assert.Equal(offset + 6, store.Length);
        Assert.Equal(1, store.Read(read.AsSpan(0, 1), 17));
        Assert.Equal(0, read[0]);
    }

    [Fact]
    public async Task A_write_that_ends_past_the_largest_offset_is_refused()
    {
        var store = Open(10);

        var e = Assert.Throws<IOException>(() => store.Write(new byte[2], long.MaxValue - 1));
        Assert.StartsWith(store.Name, e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(
            async () => await store.WriteAsync(new byte[2], long.MaxValue - 1, Cancellation));
        Assert.Equal(Noise(10), ReadAll(store));
    }

    [Fact]
    public void Writers_in_parallel_past_the_end_agree_on_the_length()
    {
        const int Count = 200;
        const int Size = 1009;
        var store = Open(0);

        Parallel.For(0, Count, i =>
        {
            store.Write(Noise(Size, seed: i), i * Size);
            Assert.InRange(store.Length, (i + 1) * Size, Count * Size);
        });

        Assert.Equal(Enumerable.Range(0, Count).SelectMany(i => Noise(Size, seed: i)), ReadAll(store));
    }
}
