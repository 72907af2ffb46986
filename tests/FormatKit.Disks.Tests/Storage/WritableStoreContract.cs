namespace FormatKit.Disks.Tests.Storage;

/// <summary>
/// What every store that takes writes must do besides <see cref="ByteStoreContract"/>. Those that grow inherit
/// <see cref="ResizableStoreContract"/>, the others <see cref="FixedStoreContract"/>.
/// </summary>
public abstract partial class WritableStoreContract : ByteStoreContract
{
    [Fact]
    public void It_says_that_it_can_be_written() => Assert.True(Open(1).CanWrite);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(65_535, 2)]
    [InlineData(1000, 98_000)]
    [InlineData(0, 100_000)]
    public void Write_changes_its_range_and_nothing_else(int offset, int count)
    {
        var expected = Noise(100_000);
        var store = Open(expected);
        Noise(count, seed: 2).CopyTo(expected, offset);

        store.Write(Noise(count, seed: 2), offset);

        Assert.Equal(expected, ReadAll(store));
    }

    [Fact]
    public async Task WriteAsync_equals_Write()
    {
        var expected = Noise(100_000);
        var store = Open(expected);
        Noise(70_000, seed: 2).CopyTo(expected, 511);

        await store.WriteAsync(Noise(70_000, seed: 2), 511, Cancellation);
        await store.FlushAsync(Cancellation);
        store.Flush();

        Assert.Equal(expected, ReadAll(store));
    }

    [Fact]
    public async Task Write_of_nothing_does_nothing_wherever_it_is()
    {
        var store = Open(10);

        store.Write([], 5);
        store.Write([], 1 << 20);
        await store.WriteAsync(Memory<byte>.Empty, 1 << 20, Cancellation);

        Assert.Equal(Noise(10), ReadAll(store));
    }

    [Fact]
    public async Task Negative_offsets_and_lengths_are_refused_for_writing()
    {
        var store = Open(10);

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Write(new byte[1], -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await store.WriteAsync(new byte[1], -1, Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.SetLength(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Zero(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Zero(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Punch(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Punch(0, -1));
        Assert.Equal(Noise(10), ReadAll(store));
    }

    [Fact]
    public async Task A_cancelled_token_stops_a_write_before_it_begins()
    {
        var store = Open(10);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.WriteAsync(new byte[10], 0, new CancellationToken(canceled: true)));

        Assert.Equal(Noise(10), ReadAll(store));
    }

    [Theory]
    [InlineData(0, 300_000)]
    [InlineData(1, 1)]
    [InlineData(4095, 2)]
    [InlineData(65_536, 65_536)]
    [InlineData(1000, 200_000)]
    [InlineData(299_999, 1)]
    public void Zero_and_Punch_make_their_range_zeros_and_change_nothing_else(int offset, int count)
    {
        var expected = Noise(300_000);
        expected.AsSpan(offset, count).Clear();
        var zeroed = Open(300_000);
        var punched = Open(300_000);

        zeroed.Zero(offset, count);
        punched.Punch(offset, count);

        AssertRunsCover(zeroed, expected);
        AssertRunsCover(punched, expected);
    }

    [Fact]
    public void Zero_and_Punch_are_cut_to_the_store()
    {
        var expected = Noise(100_000);
        expected.AsSpan(50_000).Clear();
        var store = Open(100_000);

        store.Punch(90_000, 1L << 40);
        store.Zero(50_000, long.MaxValue);
        store.Zero(100_000, 1);
        store.Punch(1L << 40, long.MaxValue);
        store.Zero(long.MaxValue, long.MaxValue);
        store.Zero(0, 0);
        store.Punch(0, 0);

        Assert.Equal(expected, ReadAll(store));
    }

    [Fact]
    public void What_was_punched_can_be_written_again()
    {
        var store = Open(200_000);

        store.Punch(0, 200_000);
        store.Zero(0, 200_000);
        store.Write(Noise(200_000, seed: 3), 0);

        AssertRunsCover(store, Noise(200_000, seed: 3));
    }

    [Fact]
    public void Writers_in_parallel_on_ranges_apart_lose_nothing()
    {
        const int Count = 64;
        const int Size = 10_007; // no multiple of a page or a chunk: neighbours share them
        var store = Open(Count * Size);

        Parallel.For(0, Count, i => store.Write(Noise(Size, seed: i), i * Size));

        Assert.Equal(Enumerable.Range(0, Count).SelectMany(i => Noise(Size, seed: i)), ReadAll(store));
    }
}
