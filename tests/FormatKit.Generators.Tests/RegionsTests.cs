namespace FormatKit.Generators.Tests;

[BinaryLayout(40, ByteOrder.BigEndian)]
internal partial struct Map
{
    [Position(Unit.Sectors, Length = nameof(TableSize)), NullValue(0)]
    public partial ulong Table { readonly get; set; }
    [Measure(Unit.Bytes)] public partial uint TableSize { readonly get; set; }
    [Position(Unit.Bytes)] public partial uint Log { readonly get; set; }
    [FixedCount(2)] public readonly partial ReadOnlySpan<Piece> Pieces { get; }
}

[BinaryLayout(12, ByteOrder.BigEndian)]
internal partial struct Piece
{
    public partial uint Kind { readonly get; set; }
    [Position(Unit.Bytes, Length = nameof(Size)), When(nameof(Kind))] public partial uint Start { readonly get; set; }
    [Measure(Unit.Sectors)] public partial uint Size { readonly get; set; }
}

public sealed class RegionsTests
{
    private static Map Sample()
    {
        var map = new Map { Table = 1, TableSize = 100, Log = 5000 };
        map.EditPieces()[1] = new Piece { Kind = 1, Start = 1024, Size = 2 };
        return map;
    }

    [Fact]
    public void What_a_layout_points_at_is_listed()
    {
        var regions = Layout.RegionsOf(Sample());

        Assert.Equal(
            ["Table, 100 bytes from byte 512", "Log, from byte 5000", "Pieces[1].Start, 1024 bytes from byte 1024"],
            regions.Select(region => region.ToString()));
    }

    [Fact]
    public void Nothing_is_at_a_null_or_without_length_or_where_the_position_does_not_count()
    {
        var map = Sample() with { Table = 0 };
        map.EditPieces()[0] = new Piece { Kind = 0, Start = 1024, Size = 2 };
        map.EditPieces()[1].Size = 0;

        Assert.Equal(["Log"], Layout.RegionsOf(in map).Select(region => region.Name));
    }

    [Fact]
    public void Regions_within_the_file_and_apart_are_right() =>
        Assert.Empty(Layout.ValidateRegions(Sample(), fileLength: 5000));

    [Fact]
    public void A_region_that_ends_past_the_end_is_reported() => Assert.Equal(
        [
            "FKV015: Map.Pieces[1].Start at byte 32: found a region up to byte 2048, "
                + "expected it within the 2047 bytes of the file",
            "FKV015: Map.Log at byte 12: found a region from byte 5000, expected it within the 2047 bytes of the file",
        ],
        Layout.ValidateRegions(Sample(), fileLength: 2047).Select(violation => violation.ToString()));

    [Fact]
    public void Regions_that_overlap_are_reported()
    {
        var map = Sample();
        map.EditPieces()[1].Start = 611;

        Assert.Equal(
            "FKV014: Map.Pieces[1].Start at byte 32: found a region from byte 611, "
            + "expected none before byte 612, where the region of Table ends",
            Assert.Single(Layout.ValidateRegions(in map, fileLength: 5000)).ToString());
    }

    [Fact]
    public void A_region_within_a_larger_one_is_found_behind_a_third()
    {
        var map = new Map { Table = 1, TableSize = 10_000, Log = 1 };
        map.EditPieces()[0] = new Piece { Kind = 1, Start = 1000, Size = 1 };
        map.EditPieces()[1] = new Piece { Kind = 1, Start = 9000, Size = 1 };

        Assert.Equal(
            [("Pieces[0].Start", "Table"), ("Pieces[1].Start", "Table")],
            Layout.ValidateRegions(in map, 20_000).Select(violation => (violation.Path, violation.Other!.Name)));
    }

    [Fact]
    public void No_value_overflows()
    {
        var map = new Map { Table = ulong.MaxValue, TableSize = uint.MaxValue };

        Assert.Equal((UInt128)ulong.MaxValue * 512, Layout.RegionsOf(in map)[0].Start);
        Assert.Equal(
            ViolationKind.RegionPastEnd, Assert.Single(Layout.ValidateRegions(in map, long.MaxValue)).Kind);
    }

    [Fact]
    public void Validating_them_allocates_nothing()
    {
        var map = Sample() with { TableSize = 2000 };
        var first = default(FirstViolation);
        Layout.ValidateRegions(in map, 100, ref first);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var broken = Layout.ValidateRegions(in map, 100, ref first);

        Assert.Equal((0, 4), (GC.GetAllocatedBytesForCurrentThread() - before, broken));
    }

    [Fact]
    public void A_constant_position_is_a_region() =>
        Assert.Equal(["Table"], Layout.RegionsOf(new Constants { Table = 512 }).Select(region => region.Name));

    [Fact]
    public void A_file_has_no_negative_length() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Layout.ValidateRegions(Sample(), fileLength: -1));

    [Fact]
    public void Regions_in_blocks_are_where_the_size_of_a_block_puts_them()
    {
        var value = new Extents { First = 3, Count = 2, Log = 7000 };

        Assert.Equal(
            ["First, 1024 bytes from byte 1536", "Log, 1024 bytes from byte 7000"],
            Layout.RegionsOf(in value, blockSize: 512).Select(region => region.ToString()));
        Assert.Equal(
            ["First", "First", "Log"], // both past the end, and one over the other
            Layout.ValidateRegions(in value, 9000, blockSize: 4096).Select(violation => violation.Path).Order());
        Assert.Empty(Layout.ValidateRegions(in value, 9000, blockSize: 512));
    }

    [Fact]
    public void Without_the_size_of_a_block_nobody_knows_where_they_are()
    {
        var value = new Extents { First = 3, Count = 2, Log = 7000 };

        Assert.Equal(["Log, from byte 7000"], Layout.RegionsOf(in value).Select(region => region.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Layout.RegionsOf(in value, blockSize: -1));
    }
}
