using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkSparseLayoutTests
{
    private const int Grain = 64 << 10;

    [Theory]
    [InlineData(512, 1, 1)]
    [InlineData(32L << 20, 1, 512)]
    [InlineData((32L << 20) + 512, 2, 1)]
    [InlineData(60L << 40, 1_966_080, 512)]
    public void A_disk_has_a_directory_entry_for_every_512_grains_begun(long length, long tables, int inLast)
    {
        var layout = new VmdkSparseLayout(length, Grain, 512);

        Assert.Equal(tables, layout.Tables);
        Assert.Equal(tables * 4, layout.DirectoryLength);
        Assert.Equal(inLast, layout.EntriesIn(tables - 1));
    }

    [Fact]
    public void A_guest_byte_is_in_one_grain_one_table_one_entry()
    {
        var layout = new VmdkSparseLayout(100L << 20, Grain, 512);
        var grain = layout.GrainOf(new GuestOffset((33L << 20) + 70_000));

        Assert.Equal(529, grain);
        Assert.Equal(1, layout.TableOf(grain));
        Assert.Equal(17, layout.EntryOf(grain));
        Assert.Equal(new GuestOffset(529L * Grain), layout.StartOf(grain));
    }

    [Fact]
    public void The_last_grain_ends_with_the_disk()
    {
        var layout = new VmdkSparseLayout(Grain + 1024, Grain, 512);

        Assert.Equal(Grain, layout.LengthOf(0));
        Assert.Equal(1024, layout.LengthOf(1));
    }

    [Fact]
    public void Every_guest_byte_below_the_end_has_a_grain_and_none_from_there_on()
    {
        var layout = new VmdkSparseLayout(1024, Grain, 512);

        Assert.Equal(0, layout.GrainOf(new GuestOffset(1023)));
        Assert.Throws<ArgumentOutOfRangeException>(() => layout.GrainOf(new GuestOffset(1024)));
        Assert.Throws<ArgumentOutOfRangeException>(() => layout.GrainOf(new GuestOffset(-1)));
    }

    [Theory]
    [InlineData(1024, 2u)]
    [InlineData(VmdkSparseLayout.MaxFileLength - 512, uint.MaxValue)]
    public void An_entry_is_a_sector_number(long place, uint entry)
    {
        Assert.Equal(entry, VmdkSparseLayout.EntryFor(new HostOffset(place)));
        Assert.Equal(new HostOffset(place), VmdkSparseLayout.PlaceOf(entry));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    [InlineData(1025)]
    [InlineData(VmdkSparseLayout.MaxFileLength)]
    public void A_place_that_no_entry_can_name_is_refused(long place) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VmdkSparseLayout.EntryFor(new HostOffset(place)));

    [Theory]
    [InlineData(-512, Grain, 512)]
    [InlineData(513, Grain, 512)]
    [InlineData(1 << 20, 96 << 10, 512)]
    [InlineData(1 << 20, 256, 512)]
    [InlineData(1 << 20, Grain, 0)]
    [InlineData(1 << 20, Grain, 513)]
    [InlineData(long.MaxValue / 512 * 512, Grain, 512)]
    public void Sizes_that_are_not_possible_are_refused(long length, int grain, int entries) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new VmdkSparseLayout(length, grain, entries));
}
