using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>
/// What every store must do, whatever it is made of: the remarks of <see cref="ByteStore"/>, one claim per test.
/// Writable stores inherit <see cref="WritableStoreContract"/>, the others <see cref="ReadOnlyStoreContract"/>.
/// </summary>
public abstract partial class ByteStoreContract : IDisposable
{
    private readonly List<ByteStore> _opened = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A store that holds these bytes.</summary>
    protected abstract ByteStore Make(byte[] content);

    protected ByteStore Open(byte[] content)
    {
        var store = Make(content);
        _opened.Add(store);
        return store;
    }

    protected ByteStore Open(int length) => Open(Noise(length));

    /// <summary>Bytes without zeros among them, so that a zero is always something that happened.</summary>
    protected static byte[] Noise(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        for (var i = 0; i < length; i++)
        {
            bytes[i] |= 1;
        }

        return bytes;
    }

    protected static byte[] ReadAll(ByteStore store)
    {
        var bytes = new byte[store.Length];
        Assert.Equal(bytes.Length, store.Read(bytes, 0));
        return bytes;
    }

    [Fact]
    public void Length_is_the_number_of_bytes() => Assert.Equal(1234, Open(1234).Length);

    [Fact]
    public void Name_is_never_empty() => Assert.NotEmpty(Open(1).Name);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 100_000)]
    [InlineData(511, 2)]
    [InlineData(65_535, 2)]
    [InlineData(99_999, 1)]
    public void Read_inside_returns_the_bytes(int offset, int count)
    {
        var content = Noise(100_000);
        var buffer = new byte[count];

        Assert.Equal(count, Open(content).Read(buffer, offset));
        Assert.Equal(content[offset..(offset + count)], buffer);
    }

    [Fact]
    public void Read_over_the_end_returns_what_there_is_and_leaves_the_rest_of_the_buffer()
    {
        var content = Noise(1000);
        var buffer = Enumerable.Repeat((byte)0xee, 100).ToArray();

        Assert.Equal(10, Open(content).Read(buffer, 990));
        Assert.Equal(content[990..], buffer[..10]);
        Assert.All(buffer[10..], b => Assert.Equal(0xee, b));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1L << 33)]
    [InlineData(long.MaxValue)]
    public async Task Read_at_or_past_the_end_returns_0(long offset)
    {
        var store = Open(1000);

        Assert.Equal(0, store.Read(new byte[10], offset));
        Assert.Equal(0, await store.ReadAsync(new byte[10], offset, Cancellation));
    }

    [Fact]
    public void Read_of_nothing_returns_0() => Assert.Equal(0, Open(10).Read([], 5));

    [Fact]
    public async Task ReadAsync_equals_Read()
    {
        var content = Noise(200_000);
        var store = Open(content);
        var buffer = new byte[200_000];

        Assert.Equal(199_990, await store.ReadAsync(buffer, 10, Cancellation));
        Assert.Equal(content[10..], buffer[..199_990]);
    }

    [Fact]
    public async Task ReadExactly_fails_at_the_end_and_names_the_store_and_the_offset()
    {
        var store = Open(1000);

        var e = Assert.Throws<EndOfStreamException>(() => store.ReadExactly(new byte[100], 950));
        Assert.Contains(store.Name, e.Message, StringComparison.Ordinal);
        Assert.Contains("950", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<EndOfStreamException>(
            async () => await store.ReadExactlyAsync(new byte[100], 950, Cancellation));
    }

    [Fact]
    public async Task Negative_offsets_and_lengths_are_refused()
    {
        var store = Open(10);

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Read(new byte[1], -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await store.ReadAsync(new byte[1], -1, Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.RunAt(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.RunAt(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.TryCopyTo(-1, store, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.TryCopyTo(0, store, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.TryCopyTo(0, store, 0, -1));
    }

    [Fact]
    public async Task A_disposed_store_takes_no_writes()
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

    [Fact]
    public async Task A_disposed_store_says_so()
    {
        var store = Open(10);
        store.Dispose();
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.Length);
        Assert.Throws<ObjectDisposedException>(() => store.AllocatedBytes);
        Assert.Throws<ObjectDisposedException>(() => store.Read(new byte[1], 0));
        Assert.Throws<ObjectDisposedException>(() => store.RunAt(0, 1));
        Assert.Throws<ObjectDisposedException>(store.Flush);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await store.ReadAsync(new byte[1], 0, Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FlushAsync(Cancellation));
    }

    [Fact]
    public async Task A_cancelled_token_stops_a_read_before_it_begins()
    {
        var store = Open(10);
        var buffer = new byte[10];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.ReadAsync(buffer, 0, new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.FlushAsync(new CancellationToken(canceled: true)));
        Assert.Equal(new byte[10], buffer);
    }

    [Fact]
    public async Task Any_range_is_read_the_same_both_ways()
    {
        const int Length = 150_000;
        var content = Noise(Length);
        var store = Open(content);
        var random = new Random(3);
        for (var round = 0; round < 60; round++)
        {
            var offset = random.Next(Length + 1000);
            var count = random.Next(random.Next(2) == 0 ? 3000 : Length);
            var (sync, async) = (new byte[count], new byte[count]);

            var read = store.Read(sync, offset);
            Assert.Equal(read, await store.ReadAsync(async, offset, Cancellation));
            Assert.Equal(Math.Clamp(Length - offset, 0, count), read);
            Assert.Equal(content[Math.Min(offset, Length)..][..read], sync[..read]);
            Assert.Equal(sync, async);
        }
    }

    [Fact]
    public void Readers_in_parallel_see_the_same_bytes()
    {
        var content = Noise(1 << 20);
        var store = Open(content);

        Parallel.For(0, 64, i =>
        {
            var buffer = new byte[100_003];
            var offset = i * 14_321 % 900_000;
            Assert.Equal(buffer.Length, store.Read(buffer, offset));
            Assert.Equal(content[offset..(offset + buffer.Length)], buffer);
        });
    }

    public void Dispose()
    {
        foreach (var store in _opened)
        {
            store.Dispose();
        }

        CleanUp();
        GC.SuppressFinalize(this);
    }

    protected virtual void CleanUp()
    {
    }
}
