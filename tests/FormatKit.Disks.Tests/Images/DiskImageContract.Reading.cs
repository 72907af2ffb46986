using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>What is read.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public void A_read_returns_its_range_zeros_and_all()
    {
        var (file, content) = Driver.HalfFilled();
        using var disk = Reopen(file);
        foreach (var (offset, length) in Ranges)
        {
            var found = Bytes.Noise(length, 2);
            disk.Read(found, offset);
            Bytes.AssertEqual(content.AsSpan((int)offset, (int)length), found, $"reading {length} at {offset}");
        }
    }

    [Fact]
    public async Task Ranges_outside_the_disk_are_refused()
    {
        using var disk = Create(new MemoryStore());
        foreach (var (offset, length) in new[] { (Length, 1L), (Length - 1, 2), (-1, 1), (long.MaxValue, 1) })
        {
            var buffer = new byte[length];
            Assert.Throws<ArgumentOutOfRangeException>(() => disk.Read(buffer, offset));
            Assert.Throws<ArgumentOutOfRangeException>(() => disk.Write(buffer, offset));
            Assert.Throws<ArgumentOutOfRangeException>(() => disk.WriteZeroes(offset, length));
            Assert.Throws<ArgumentOutOfRangeException>(() => disk.Discard(offset, length));
            Assert.Throws<ArgumentOutOfRangeException>(() => disk.Map(offset, length));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                async () => await disk.ReadAsync(buffer, offset, Cancellation));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                async () => await disk.WriteAsync(buffer, offset, Cancellation));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                async () => await disk.WriteZeroesAsync(offset, length, Cancellation));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                async () => await disk.DiscardAsync(offset, length, Cancellation));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Discard(1, long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Discard(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.WriteZeroes(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Map(1, -1));
        Bytes.AssertEqual(new byte[Length], Bytes.All(disk));
    }

    [Fact]
    public void An_error_of_the_host_is_passed_on_whichever_read_it_meets_and_harms_nothing()
    {
        var (file, content) = Driver.HalfFilled();
        var passed = false;
        for (var failAt = 1; !passed; failAt++)
        {
            var reads = 0;
            var store = new ObservedStore(new LastingStore(file), call =>
            {
                if (call.Action == StoreAction.Read && ++reads == failAt)
                {
                    throw new IOException("no");
                }
            });
            try
            {
                using var disk = TestDisk.OpenForReading(store, Format);
                Bytes.AssertEqual(content, Bytes.All(disk));
                passed = reads < failAt;
            }
            catch (IOException e)
            {
                Assert.Equal("no", e.Message);
            }
        }
    }
}
