using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>The asynchronous way.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public async Task Async_does_what_sync_does()
    {
        var (sync, async) = (new MemoryStore(), new MemoryStore());
        using (var one = Create(sync))
        await using (var other = Create(async))
        {
            var random = new Random(5);
            for (var step = 0; step < 40; step++)
            {
                var offset = random.NextInt64(Length);
                var length = Math.Min(Length - offset, random.NextInt64(2L * Unit));
                var bytes = Bytes.Noise(length, step);
                switch (step % 4)
                {
                    case 0:
                        one.Discard(offset, length);
                        await other.DiscardAsync(offset, length, Cancellation);
                        break;
                    case 1:
                        one.WriteZeroes(offset, length);
                        await other.WriteZeroesAsync(offset, length, Cancellation);
                        await other.FlushAsync(Cancellation);
                        one.Flush();
                        break;
                    default:
                        one.Write(bytes, offset);
                        await other.WriteAsync(bytes, offset, Cancellation);
                        break;
                }

                var (left, right) = (new byte[length], new byte[length]);
                one.Read(left, offset);
                await other.ReadAsync(right, offset, Cancellation);
                Bytes.AssertEqual(left, right);
            }

            Bytes.AssertEqual(Bytes.All(one), Bytes.All(other));
        }

        using var again = TestDisk.OpenForReading(sync, Format);
        using var otherAgain = TestDisk.OpenForReading(async, Format);
        Bytes.AssertEqual(Bytes.All(again), Bytes.All(otherAgain));
    }
}
