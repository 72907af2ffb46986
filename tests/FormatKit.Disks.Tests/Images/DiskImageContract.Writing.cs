using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>What is written, zeroed and discarded.</remarks>
public abstract partial class DiskImageContract
{
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

            using var again = Reopen(file);
            Bytes.AssertEqual(content, Bytes.All(again), $"reopened after {length} at {offset}");
            TestDisk.AssertNotCorrupt(file, Format);
        }
    }

    [Fact]
    public void What_was_written_is_not_the_callers_buffer()
    {
        using var disk = Create(new MemoryStore());
        var buffer = Bytes.Noise(Unit + 100, 1);
        disk.Write(buffer, 50);
        buffer.AsSpan().Clear();
        disk.Flush();

        var found = new byte[Unit + 100];
        disk.Read(found, 50);
        Bytes.AssertEqual(Bytes.Noise(Unit + 100, 1), found);
    }
}
