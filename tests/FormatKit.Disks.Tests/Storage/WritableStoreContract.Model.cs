using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <remarks>Whatever is done to a store, it is an array of bytes.</remarks>
public abstract partial class WritableStoreContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_store_is_an_array_the_synchronous_and_the_asynchronous_way(int seed)
    {
        const int Length = 200_000;
        var random = new Random(seed);
        var expected = Noise(Length);
        var store = Open(expected);
        for (var step = 0; step < 80; step++)
        {
            var offset = random.Next(Length + 1);
            var length = random.Next(Math.Min(random.Next(2) == 0 ? 5000 : Length, Length - offset) + 1);
            await Change(store, expected, offset, length, step, random);

            var from = Math.Max(0, offset - 100);
            var found = Noise(Math.Min(Length, offset + length + 100) - from, seed: step + 1000);
            var read = random.Next(2) == 0
                ? store.Read(found, from)
                : await store.ReadAsync(found, from, Cancellation);
            Assert.Equal(found.Length, read);
            Assert.Equal(expected[from..(from + read)], found);
        }

        AssertRunsCover(store, expected);
    }

    [Fact]
    public async Task Readers_and_writers_at_the_same_time_see_old_or_new_bytes_and_nothing_else()
    {
        const int Length = 150_000;
        var store = Open(Enumerable.Repeat((byte)1, Length).ToArray());
        var writing = Task.Run(
            async () =>
            {
                for (byte round = 2; round < 30; round++)
                {
                    await store.WriteAsync(Enumerable.Repeat(round, Length).ToArray(), 0, Cancellation);
                }
            },
            Cancellation);
        var found = new byte[Length];
        do
        {
            Assert.Equal(Length, await store.ReadAsync(found, 0, Cancellation));
            Assert.Equal(-1, found.AsSpan().IndexOfAnyExceptInRange((byte)1, (byte)29));
        }
        while (!writing.IsCompleted);
        await writing;

        Assert.Equal(Enumerable.Repeat((byte)29, Length), ReadAll(store));
    }

    private static async Task Change(
        ByteStore store, byte[] expected, int offset, int length, int seed, Random random)
    {
        var changed = expected.AsMemory(offset, length);
        switch (random.Next(6))
        {
            case 0:
                store.Zero(offset, length);
                changed.Span.Clear();
                break;
            case 1:
                store.Punch(offset, length);
                changed.Span.Clear();
                break;
            case 2:
                await store.FlushAsync(Cancellation);
                break;
            case 3:
                Noise(length, seed).CopyTo(changed);
                store.Write(changed.Span, offset);
                break;
            default:
                Noise(length, seed).CopyTo(changed);
                await store.WriteAsync(changed, offset, Cancellation);
                break;
        }
    }
}
