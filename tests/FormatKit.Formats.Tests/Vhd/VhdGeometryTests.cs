using FormatKit.Formats.Vhd;
using FormatKit.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class VhdGeometryTests
{
    private static readonly Arbitrary<long> SectorCounts = Arb.From(Gen.OneOf(
        Gen.Choose(0, 200_000).Select(count => (long)count),
        Gen.Choose(0, int.MaxValue - 1).Select(count => count * 2L),

        // Next to where the algorithm changes its mind.
        Gen.Elements(17L * 4 * 1024, 17L * 16 * 1024, 31L * 16 * 1024, 65535L * 16 * 63, 65535L * 16 * 255)
            .Zip(Gen.Choose(-300, 300), (edge, distance) => edge + distance)));

    [Theory]

    // What tapdisk, VirtualBox, DiscUtils, qemu and Hyper-V wrote for disks of these sizes.
    [InlineData(1033, 15, 4, 17)]
    [InlineData(14_347, 210, 4, 17)]
    [InlineData(14_348, 211, 4, 17)]
    [InlineData(16_384, 240, 4, 17)]
    [InlineData(18_445, 271, 4, 17)]
    [InlineData(73_728, 867, 5, 17)]
    [InlineData(204_800, 1003, 12, 17)]
    [InlineData(266_338_304, 65278, 16, 255)]

    // Nothing, a single sector, and the cap of 127.5 GiB.
    [InlineData(0, 0, 4, 17)]
    [InlineData(1, 0, 4, 17)]
    [InlineData(65535L * 16 * 255, 65535, 16, 255)]
    [InlineData((65535L * 16 * 255) + 1, 65535, 16, 255)]
    [InlineData(0xFF00_0000L, 65535, 16, 255)]
    public void Known_disks_have_known_geometries(long sectors, int cylinders, int heads, int perTrack)
    {
        var geometry = VhdGeometry.For(sectors);

        Assert.Equal((cylinders, heads, perTrack), Parts(geometry));
    }

    [Fact]
    public void The_geometry_is_that_of_the_specification() =>
        Law.ForAll("the algorithm of the specification", SectorCounts, sectors =>
            Assert.Equal(Specification(sectors), Parts(VhdGeometry.For(sectors))), 2_000);

    [Fact]
    public void A_geometry_leaves_out_less_than_a_cylinder() =>
        Law.ForAll("less than a cylinder is left out", SectorCounts, sectors =>
        {
            var geometry = VhdGeometry.For(sectors);
            var leftOut = Math.Min(sectors, VhdGeometry.MaxSectors) - geometry.Sectors;
            Assert.InRange(leftOut, 0, (geometry.Heads * geometry.SectorsPerTrack) - 1);
        }, 2_000);

    [Fact]
    public void A_negative_size_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VhdGeometry.For(-1));

    /// <summary>Around each change of tracks and heads, and some more.</summary>
    [Theory]
    [InlineData(0, 5000)]
    [InlineData(17 * 1024 * 4, 2000)]
    [InlineData(17 * 1024 * 16, 2000)]
    [InlineData(31 * 1024 * 16, 2000)]
    [InlineData(65535L * 16 * 63, 9000)]
    [InlineData(65535L * 16 * 255, 5000)]
    public void Rounding_up_finds_the_next_size_that_a_geometry_says_exactly(long from, int count)
    {
        for (var sectors = Math.Max(0, from - count); sectors < from + count; sectors++)
        {
            var rounded = VhdGeometry.RoundUp(sectors);

            Assert.InRange(rounded - sectors, 0, 4079);
            Assert.Equal(Math.Min(rounded, VhdGeometry.MaxSectors), VhdGeometry.For(rounded).Sectors);
            if (rounded > sectors)
            {
                Assert.NotEqual(sectors, VhdGeometry.For(sectors).Sectors);
                Assert.Equal(rounded, VhdGeometry.RoundUp(rounded));
            }
        }
    }

    [Fact]
    public void No_sectors_are_rounded_to_none() => Assert.Equal(0, VhdGeometry.RoundUp(0));

    private static (int Cylinders, int Heads, int PerTrack) Parts(DiskGeometry geometry) =>
        (geometry.Cylinders, geometry.Heads, geometry.SectorsPerTrack);

    /// <summary>The appendix "CHS Calculation" of the specification, statement by statement.</summary>
    private static (int Cylinders, int Heads, int PerTrack) Specification(long totalSectors)
    {
        long sectorsPerTrack, heads, cylinderTimesHeads;
        if (totalSectors > 65535L * 16 * 255)
        {
            totalSectors = 65535L * 16 * 255;
        }

        if (totalSectors >= 65535L * 16 * 63)
        {
            sectorsPerTrack = 255;
            heads = 16;
            cylinderTimesHeads = totalSectors / sectorsPerTrack;
        }
        else
        {
            sectorsPerTrack = 17;
            cylinderTimesHeads = totalSectors / sectorsPerTrack;
            heads = (cylinderTimesHeads + 1023) / 1024;
            if (heads < 4)
            {
                heads = 4;
            }

            if (cylinderTimesHeads >= (heads * 1024) || heads > 16)
            {
                sectorsPerTrack = 31;
                heads = 16;
                cylinderTimesHeads = totalSectors / sectorsPerTrack;
            }

            if (cylinderTimesHeads >= (heads * 1024))
            {
                sectorsPerTrack = 63;
                heads = 16;
                cylinderTimesHeads = totalSectors / sectorsPerTrack;
            }
        }

        return ((int)(cylinderTimesHeads / heads), (int)heads, (int)sectorsPerTrack);
    }
}
