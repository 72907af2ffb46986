using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>What every disk that takes writes must do, whatever format keeps it: one claim per test.</summary>
public abstract class DiskImageContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ImageFormat Format { get; }

    /// <summary>Options for creating.</summary>
    protected virtual string Options => "";

    /// <summary>Bytes that the format allocates together, or a size to stand for it.</summary>
    protected abstract int Unit { get; }

    /// <summary>Five units and a bit: the last one is short.</summary>
    private long Length => (5L * Unit) + Math.Min(1536, Unit);

    /// <summary>Odd ones, whole ones, over borders, the short last unit, nothing, everything.</summary>
    private (long Offset, long Length)[] Ranges =>
    [
        (0, 1), (1, 510), (511, 2), (Unit - 1, 2), (Unit, Unit), ((2 * Unit) - 3, Unit + 7), (1, (3L * Unit) + 11),
        (Length - 1, 1), (Length - 300, 300), (5L * Unit, Length - (5L * Unit)), (0, 0), (Length, 0), (0, Length),
    ];

    [Fact]
    public void A_new_disk_has_its_length_and_reads_as_zeros()
    {
        using var disk = Create(new MemoryStore());

        Assert.Equal(Length, disk.Length);
        Assert.True(disk.CanWrite);
        Bytes.AssertEqual(new byte[Length], Bytes.All(disk));
    }

    [Fact]
    public void A_write_changes_its_range_and_nothing_else()
    {
        foreach (var (offset, length) in Ranges)
        {
            var file = new MemoryStore();
            using var disk = Create(file);
            var expected = new byte[Length];
            Write(disk, expected, offset, length, 1);
            Write(disk, expected, offset, length, 2);

            Bytes.AssertEqual(expected, Bytes.All(disk), $"after writing {length} at {offset}");
        }
    }

    [Fact]
    public void A_read_returns_its_range()
    {
        var (file, content) = Filled();
        using var disk = TestDisk.OpenForReading(file, Format);
        foreach (var (offset, length) in Ranges)
        {
            var found = new byte[length];
            disk.Read(found, offset);
            Bytes.AssertEqual(content.AsSpan((int)offset, (int)length), found, $"reading {length} at {offset}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Zeroes_and_discards_read_as_zeros_and_change_nothing_else(bool discard)
    {
        foreach (var (offset, length) in Ranges)
        {
            var (file, content) = Filled();
            using (var disk = Open(file))
            {
                Erase(disk, offset, length, discard);
                content.AsSpan((int)offset, (int)length).Clear();
                Bytes.AssertEqual(content, Bytes.All(disk), $"erased {length} at {offset}");
                Write(disk, content, offset, Math.Min(length, 100), 3);
            }

            using var again = TestDisk.OpenForReading(file, Format);
            Bytes.AssertEqual(content, Bytes.All(again), $"reopened after {length} at {offset}");
            TestDisk.AssertNotCorrupt(file, Format);
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
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Discard(1, long.MaxValue));
        Bytes.AssertEqual(new byte[Length], Bytes.All(disk));
    }

    [Fact]
    public void A_disk_open_for_reading_refuses_writes_and_leaves_the_file_as_it_is()
    {
        var (file, content) = Filled();
        var before = file.ToArray();
        using (var disk = TestDisk.OpenForReading(file, Format))
        {
            Assert.False(disk.CanWrite);
            Assert.Throws<ImageException>(() => disk.Write([1], 0));
            Assert.Throws<ImageException>(() => disk.WriteZeroes(0, 1));
            Assert.Throws<ImageException>(() => disk.Discard(0, 1));
            Bytes.AssertEqual(content, Bytes.All(disk));
            Assert.NotEmpty(disk.Map(0, Length));
            disk.Flush();
        }

        Bytes.AssertEqual(before, file.ToArray(), "the file");
    }

    [Fact]
    public void A_disk_open_for_writing_leaves_the_file_as_it_is_until_something_is_written()
    {
        var (file, content) = Filled();
        var before = file.ToArray();
        using (var disk = Open(file))
        {
            Bytes.AssertEqual(content, Bytes.All(disk));
            disk.Write([], 5);
            disk.Flush();
        }

        Bytes.AssertEqual(before, file.ToArray(), "the file");
    }

    [Fact]
    public void What_was_flushed_is_there_without_the_disk_being_closed()
    {
        var file = new MemoryStore();
        using var disk = Create(file);
        var expected = new byte[Length];
        Write(disk, expected, 100, (2L * Unit) + 50, 1);
        disk.Discard(0, Unit);
        expected.AsSpan(0, Unit).Clear();
        disk.Flush();

        using var copy = file.Clone();
        using var again = TestDisk.OpenForReading(copy, Format);
        Bytes.AssertEqual(expected, Bytes.All(again));
    }

    [Fact]
    public void Closing_flushes()
    {
        var (file, content) = Filled();

        using var disk = TestDisk.OpenForReading(file, Format);
        Bytes.AssertEqual(content, Bytes.All(disk));
    }

    [Fact]
    public async Task A_closed_disk_says_so()
    {
        var disk = Create(new MemoryStore());
        disk.Dispose();
        disk.Dispose();
        await disk.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => disk.Read(new byte[1], 0));
        Assert.Throws<ObjectDisposedException>(() => disk.Write(new byte[1], 0));
        Assert.Throws<ObjectDisposedException>(() => disk.Discard(0, 1));
        Assert.Throws<ObjectDisposedException>(disk.Flush);
        Assert.Throws<ObjectDisposedException>(() => disk.Map(0, 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await disk.FlushAsync(Cancellation));
    }

    [Fact]
    public async Task A_cancelled_token_stops_an_operation_before_it_begins()
    {
        var (file, content) = Filled();
        await using (var disk = Open(file))
        {
            var stopped = new CancellationToken(canceled: true);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await disk.ReadAsync(new byte[10], 0, stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await disk.WriteAsync(new byte[10], 0, stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await disk.WriteZeroesAsync(0, 10, stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await disk.FlushAsync(stopped));
            Bytes.AssertEqual(content, Bytes.All(disk));
        }

        using var again = TestDisk.OpenForReading(file, Format);
        Bytes.AssertEqual(content, Bytes.All(again));
    }

    [Fact]
    public async Task Cancelled_at_any_access_to_the_file_a_write_leaves_old_or_new_bytes_and_a_whole_image()
    {
        for (var stopAt = 1; ; stopAt++)
        {
            var file = new MemoryStore();
            using var stop = new CancellationTokenSource();
            var accesses = 0;
            var store = new ObservedStore(new LastingStore(file), _ =>
            {
                if (Interlocked.Increment(ref accesses) == stopAt)
                {
                    stop.Cancel();
                }
            });
            Create(file).Dispose();
            var done = false;
            await using (var disk = DiskImage.Open(store, new ImageOpenOptions { Writable = true, Format = Format }))
            {
                accesses = 0;
                try
                {
                    await disk.WriteAsync(Bytes.Noise((2 * Unit) + 600, 1), 100, stop.Token);
                    done = !stop.IsCancellationRequested;
                }
                catch (OperationCanceledException)
                {
                    AssertOldOrNew(Bytes.All(disk));
                }

                disk.Write(Bytes.Noise(Unit + 20, 2), Unit - 10);
            }

            using var again = TestDisk.OpenForReading(file, Format);
            Bytes.AssertEqual(Bytes.Noise(Unit + 20, 2), Bytes.All(again).AsSpan(Unit - 10, Unit + 20));
            TestDisk.AssertNotCorrupt(file, Format);
            if (done)
            {
                break;
            }
        }

        void AssertOldOrNew(byte[] found)
        {
            var written = Bytes.Noise((2 * Unit) + 600, 1);
            for (var i = 0; i < found.Length; i++)
            {
                var value = i >= 100 && i - 100 < written.Length ? written[i - 100] : 0;
                Assert.True(found[i] == 0 || found[i] == value, $"byte {i} is neither old nor new");
            }
        }
    }

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

    [Fact]
    public void The_map_covers_every_range_without_gaps_and_agrees_with_the_content()
    {
        var file = new MemoryStore();
        using var disk = Create(file);
        var content = new byte[Length];
        Write(disk, content, Unit + 100, 700, 1);
        Write(disk, content, 3L * Unit, 2L * Unit, 2);
        disk.Discard(3L * Unit, Unit);
        content.AsSpan(3 * Unit, Unit).Clear();
        disk.Flush();

        foreach (var (offset, length) in Ranges)
        {
            var at = offset;
            foreach (var entry in disk.Map(offset, length))
            {
                Assert.Equal(at, entry.Start);
                Assert.InRange(entry.Length, 1, offset + length - at);
                var bytes = content.AsSpan((int)at, (int)entry.Length);
                Assert.True(!entry.Zero || bytes.IndexOfAnyExcept((byte)0) < 0, $"zero entry at {at} has bytes");
                if (entry is { Data: true, Offset: { } host })
                {
                    var inFile = new byte[entry.Length];
                    file.ReadExactly(inFile, host);
                    Bytes.AssertEqual(bytes, inFile, $"where the map says that guest byte {at} is,");
                }

                at = entry.End;
            }

            Assert.Equal(offset + length, at);
        }
    }

    [Fact]
    public async Task The_stream_is_the_disk()
    {
        var (file, content) = Filled();
        using var disk = Open(file);
        using var stream = disk.AsStream();
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy, Cancellation);
        Bytes.AssertEqual(content, copy.ToArray());
        Assert.Equal(0, stream.Read(new byte[5], 0, 5));

        stream.Position = Unit - 1;
        await stream.WriteAsync(new byte[] { 1, 2, 3 }, Cancellation);
        Assert.Equal(Unit + 2, stream.Position);
        stream.Seek(-2, SeekOrigin.Current);
        Assert.Equal(2, stream.ReadByte());
        Assert.Equal(Length, stream.Length);
        stream.Seek(-1, SeekOrigin.End);
        Assert.Equal(content[^1], stream.ReadByte());
        Assert.Equal(-1, stream.ReadByte());
        Assert.Throws<NotSupportedException>(() => stream.SetLength(1));
        await stream.FlushAsync(Cancellation);
    }

    [Fact]
    public void Writers_and_readers_in_parallel_do_not_disturb_each_other()
    {
        var file = new MemoryStore();
        var expected = Bytes.Noise(Length, 9);
        using (var disk = Create(file))
        {
            const int Pieces = 37;
            Parallel.For(0, Pieces, i =>
            {
                var (start, end) = (i * Length / Pieces, (i + 1) * Length / Pieces);
                disk.Write(expected.AsSpan((int)start, (int)(end - start)), start);
                var found = new byte[end - start];
                disk.Read(found, start);
                Bytes.AssertEqual(expected.AsSpan((int)start, (int)(end - start)), found);
            });
            Bytes.AssertEqual(expected, Bytes.All(disk));
        }

        using var again = TestDisk.OpenForReading(file, Format);
        Bytes.AssertEqual(expected, Bytes.All(again));
    }

    [Fact]
    public void An_abandoned_image_writes_nothing_more_and_is_whole_as_of_the_last_flush()
    {
        var file = new MemoryStore();
        var disk = Create(file);
        var expected = new byte[Length];
        Write(disk, expected, 0, 2L * Unit, 1);
        disk.Flush();
        disk.Write(Bytes.Noise(Unit, 2), 3L * Unit);
        disk.Abandon();

        using var again = TestDisk.OpenForReading(file, Format);
        Bytes.AssertEqual(expected.AsSpan(0, 3 * Unit), Bytes.All(again).AsSpan(0, 3 * Unit));
        TestDisk.AssertNotCorrupt(file, Format);
    }

    private DiskImage Create(MemoryStore file) => TestDisk.Create(file, Format, Length, Options);

    private DiskImage Open(MemoryStore file) => TestDisk.OpenForWriting(file, Format);

    private (MemoryStore File, byte[] Content) Filled()
    {
        var file = new MemoryStore();
        var content = Bytes.Noise(Length, 1);
        using var disk = Create(file);
        disk.Write(content, 0);
        return (file, content);
    }

    private static void Write(DiskImage disk, byte[] expected, long offset, long length, int seed)
    {
        var bytes = Bytes.Noise(length, seed);
        disk.Write(bytes, offset);
        bytes.CopyTo(expected, offset);
    }

    private static void Erase(DiskImage disk, long offset, long length, bool discard)
    {
        if (discard)
        {
            disk.Discard(offset, length);
        }
        else
        {
            disk.WriteZeroes(offset, length);
        }
    }
}
