using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;

namespace FormatKit.Disks.Tests.Images;

/// <summary>
/// What every disk that takes writes must do, whatever format keeps it: one claim per test, one file per topic. A class
/// that names its <see cref="Driver"/> inherits them all; formats that allocate inherit
/// <see cref="AllocatingDiskContract"/>.
/// </summary>
public abstract partial class DiskImageContract
{
    /// <summary>What is under test.</summary>
    public abstract TestedDriver Driver { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ImageFormat Format => Driver.Format;

    protected int Unit => Driver.Unit;

    protected long Length => Driver.Length;

    /// <summary>Odd ones, whole ones, over borders, the short last unit, nothing, everything; and any.</summary>
    private IEnumerable<(long Offset, long Length)> Ranges =>
    [
        (0, 1), (1, 510), (511, 2), (Unit - 1, 2), (Unit, Unit), ((2 * Unit) - 3, Unit + 7), (1, (3L * Unit) + 11),
        (Length - 1, 1), (Length - 300, 300), (5L * Unit, Length - (5L * Unit)), (0, 0), (Length, 0), (0, Length),
        .. AnyRanges(new Random(7)).Take(Driver.Times(20, 5)),
    ];

    [Fact]
    public void A_new_disk_has_its_length_and_reads_as_zeros()
    {
        using var disk = Create(new MemoryStore());

        Assert.Equal(Length, disk.Length);
        Assert.Same(Format, disk.Format);
        Assert.True(disk.CanWrite);
        Assert.Empty(disk.Warnings);
        Bytes.AssertEqual(new byte[Length], Bytes.All(disk));
    }

    protected DiskImage Create(MemoryStore file) => Driver.Create(file, Length);

    protected DiskImage Open(ByteStore file, long cacheBytes = DiskImage.DefaultCacheBytes) =>
        TestDisk.OpenForWriting(file, Format, cacheBytes);

    /// <summary>Opens for reading: whatever would change the file is an error.</summary>
    protected DiskImage Reopen(ByteStore file) => TestDisk.OpenForReading(file, Format);

    /// <summary>A disk without a zero in it, closed, and its content.</summary>
    protected (MemoryStore File, byte[] Content) Filled()
    {
        var file = new MemoryStore();
        var content = Bytes.Noise(Length, 1);
        using var disk = Create(file);
        disk.Write(content, 0);
        return (file, content);
    }

    protected static void Write(DiskImage disk, byte[] expected, long offset, long length, int seed)
    {
        var bytes = Bytes.Noise(length, seed);
        disk.Write(bytes, offset);
        bytes.CopyTo(expected, offset);
    }

    protected static void Erase(DiskImage disk, long offset, long length, bool discard)
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

    /// <summary>Any offset with any length that fits behind it; short ones as often as long ones.</summary>
    private IEnumerable<(long Offset, long Length)> AnyRanges(Random random)
    {
        while (true)
        {
            var offset = random.NextInt64(Length + 1);
            var most = random.Next(2) == 0 ? 2000 : Length;
            yield return (offset, random.NextInt64(Math.Min(most, Length - offset) + 1));
        }
    }
}
