using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>
/// What every disk must do besides <see cref="DiskImageContract"/> whose format allocates space in units: a new one has
/// none, and what is discarded is given back.
/// </summary>
public abstract partial class AllocatingDiskContract : DiskImageContract
{
    [Fact]
    public void The_unit_is_what_was_asked_for()
    {
        using var disk = Create(new MemoryStore());

        Assert.Equal(Unit, disk.AllocationUnit);
    }

    [Fact]
    public void Neither_nothing_nor_zeros_written_to_a_new_disk_make_data_of_it()
    {
        using var disk = Create(new MemoryStore());
        disk.Write([], 1);
        disk.WriteZeroes(0, 0);
        disk.Discard(Length, 0);
        disk.WriteZeroes(0, Length);
        disk.Discard(0, Length);
        disk.Flush();

        Assert.All(disk.Map(0, Length), entry => Assert.True(entry is { Data: false, Zero: true }, entry.ToString()));
    }
    [Fact]
    public void A_byte_makes_one_unit_data_and_no_other()
    {
        using var disk = Create(new MemoryStore());
        disk.Write([1], (2L * Unit) + 5);
        disk.Flush();

        var data = disk.Map(0, Length).Where(entry => entry.Offset is not null).ToList();
        Assert.NotEmpty(data);
        Assert.All(data, entry => Assert.InRange(entry.Start, 2L * Unit, (3L * Unit) - 1));
        Assert.All(data, entry => Assert.InRange(entry.End, (2L * Unit) + 1, 3L * Unit));
    }

    [Fact]
    public void A_discarded_unit_has_no_place_any_more_and_its_neighbours_keep_theirs()
    {
        var (file, _) = Filled();
        using var disk = Open(file);
        disk.Discard(Unit - 1, Unit + 2);
        disk.Flush();

        Assert.All(disk.Map(Unit, Unit), entry => Assert.True(entry is { Offset: null, Zero: true }, $"{entry}"));
        Assert.All(disk.Map(2L * Unit, Unit), entry => Assert.NotNull(entry.Offset));
    }
}
