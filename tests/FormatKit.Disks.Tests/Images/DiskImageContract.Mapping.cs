using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>The map.</remarks>
public abstract partial class DiskImageContract
{
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
    public void The_map_of_nothing_is_empty()
    {
        using var disk = Create(new MemoryStore());

        Assert.Empty(disk.Map(0, 0));
        Assert.Empty(disk.Map(Unit + 1, 0));
        Assert.Empty(disk.Map(Length, 0));
    }
}
