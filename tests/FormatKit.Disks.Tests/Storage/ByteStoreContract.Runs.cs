using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <remarks>The map of data and holes.</remarks>
public abstract partial class ByteStoreContract
{
    [Fact]
    public void Runs_cover_the_store_and_holes_read_as_zeros()
    {
        // 256 KiB of data, 256 KiB of zeros, 100 bytes of data
        var content = new byte[(512 << 10) + 100];
        Noise(256 << 10).CopyTo(content, 0);
        Noise(100).CopyTo(content, 512 << 10);

        AssertRunsCover(Open(content), content);
    }

    [Fact]
    public void A_run_is_cut_to_the_limit()
    {
        var store = Open(1000);

        Assert.Equal(7, store.RunAt(100, 7).Length);
        Assert.Equal(0, store.RunAt(100, 0).Length);
        Assert.True(store.RunAt(990, long.MaxValue) is { Length: > 0 and <= 10 });
    }

    [Fact]
    public void A_run_at_or_past_the_end_is_empty()
    {
        var store = Open(1000);

        Assert.Equal(0, store.RunAt(1000, 1).Length);
        Assert.Equal(0, store.RunAt(long.MaxValue, long.MaxValue).Length);
    }

    protected static void AssertRunsCover(ByteStore store, byte[] content)
    {
        long offset = 0;
        while (offset < store.Length)
        {
            var run = store.RunAt(offset, long.MaxValue);
            Assert.InRange(run.Length, 1, store.Length - offset);
            if (run.IsHole)
            {
                Assert.True(content.AsSpan((int)offset, (int)run.Length).IndexOfAnyExcept((byte)0) < 0,
                    $"the hole at {offset} has bytes in it");
            }

            offset += run.Length;
        }

        Assert.Equal(content, ReadAll(store));
    }
}
