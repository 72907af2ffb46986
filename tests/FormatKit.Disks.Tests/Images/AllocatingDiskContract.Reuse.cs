using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>Space that a discard freed is used again, but not before nobody can see what was there.</remarks>
public abstract partial class AllocatingDiskContract
{
    [Fact]
    public void Freed_space_is_not_used_before_the_flush_that_frees_it()
    {
        var (file, content) = Driver.HalfFilled();
        using var disk = Open(file);
        disk.Discard(0, Unit);
        disk.Write(Bytes.Noise(Unit, 9), 2L * Unit);

        using var cut = file.Clone();
        using var old = Reopen(cut);
        Bytes.AssertEqual(content.AsSpan(0, Unit), Bytes.All(old).AsSpan(0, Unit));
    }

    [Fact]
    public void Freed_space_is_used_again_after_the_flush_and_shows_nothing_of_what_was_there()
    {
        var (file, content) = Driver.HalfFilled();
        using (var disk = Open(file))
        {
            disk.Read(new byte[Unit], 0);
            disk.Discard(0, Unit);
            disk.Flush();
            var length = file.Length;
            disk.Write([9], (2L * Unit) + 7);
            Assert.Equal(length, file.Length);
        }

        content.AsSpan(0, Unit).Clear();
        content[(2 * Unit) + 7] = 9;
        using var again = Reopen(file);
        Bytes.AssertEqual(content, Bytes.All(again));
        TestDisk.AssertNotCorrupt(file, Format);
    }

    [Fact]
    public void A_file_in_which_units_come_and_go_does_not_grow()
    {
        var (file, _) = Driver.HalfFilled();
        var before = file.Length;
        var rounds = Driver.Times(100, 8);
        using (var disk = Open(file))
        {
            for (var round = 1; round <= rounds; round++)
            {
                disk.Discard(0, 2L * Unit);
                disk.Flush();
                disk.Write(Bytes.Noise(2L * Unit, round), 0);
                disk.Flush();
            }
        }

        // two units beside those that wait for their flush, and what goes with them
        Assert.InRange(file.Length, 1, before + (4L * Unit));
        using var again = Reopen(file);
        Bytes.AssertEqual(Bytes.Noise(2L * Unit, rounds), Bytes.All(again).AsSpan(0, 2 * Unit));
    }

    [Fact]
    public void A_disk_of_which_all_was_discarded_takes_no_more_room_than_a_new_one_and_a_unit()
    {
        var empty = new MemoryStore();
        Create(empty).Dispose();
        var (file, _) = Filled();
        using (var disk = Open(file))
        {
            disk.Discard(0, Length);
        }

        Assert.InRange(file.Length, 1, empty.Length + Unit);
        TestDisk.AssertNotCorrupt(file, Format);
    }
}
