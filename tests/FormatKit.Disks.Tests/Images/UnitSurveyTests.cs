using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Formats;

namespace FormatKit.Disks.Tests.Images;

/// <summary>The quick look at millions of units finds nothing wrong exactly where sorting their ranges does not.</summary>
public sealed class UnitSurveyTests
{
    private const int Sector = 512;
    private const int Unit = 9;

    /// <summary>Each claim holds for places in sectors: a header is in sector 0 to 2, a footer in the last one of
    /// 100.</summary>
    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "3 12 21")]
    [InlineData(true, "90 81 3")]
    [InlineData(false, "3 11")] // in one slot, or in two beside each other
    [InlineData(false, "8 16")]
    [InlineData(false, "20 20")]
    [InlineData(false, "2")] // on the header
    [InlineData(false, "0")]
    [InlineData(false, "91")] // on the footer
    [InlineData(false, "95")] // past the end
    [InlineData(false, "4294967294")]
    public void Units_are_inside_the_file_and_apart(bool isGood, string places) =>
        Assert.Equal(isGood, Quick(Parse(places), 100, out _));

    [Fact]
    public void The_end_is_that_of_the_last_unit()
    {
        Assert.True(Quick([50, IUnitPlaces.Nowhere, 30], 100, out var end));
        Assert.Equal(59 * Sector, end.Value);
    }

    [Fact]
    public void It_agrees_with_sorting_the_ranges()
    {
        var random = new Random(5);
        var good = 0;
        for (var round = 0; round < Soak.Times(20_000); round++)
        {
            var sectors = random.Next(40, 400);
            var places = Places(random, sectors);
            var expected = Plain(places, sectors);
            good += expected ? 1 : 0;
            Assert.True(expected == Quick(places, sectors, out _), $"{string.Join(' ', places)} of {sectors}");
        }

        Assert.InRange(good, 2000, Soak.Times(20_000) - 2000);
    }

    /// <summary>Mostly at multiples of a unit with a little shift, so that both answers are common.</summary>
    private static uint[] Places(Random random, int sectors)
    {
        var slots = Enumerable.Range(0, sectors / Unit).ToArray();
        random.Shuffle(slots);
        var shift = random.Next(Unit);
        return [.. slots.Take(random.Next(1, 6)).Select(slot => random.Next(12) == 0
            ? (uint)random.Next(sectors)
            : (uint)((slot * Unit) + shift))];
    }

    private static uint[] Parse(string places) =>
    [
        .. places.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(place => uint.Parse(place, CultureInfo.InvariantCulture)),
    ];

    private static bool Plain(uint[] places, int sectors)
    {
        var used = new UsedRanges();
        foreach (var range in Others(sectors).Concat(places.Select(place =>
            new HostRange(new HostOffset(place * (long)Sector), Unit * Sector))))
        {
            used.Add(range);
        }

        return used.Contested().Length == 0 && used.Runs()[^1].End.Value <= sectors * (long)Sector;
    }

    private static bool Quick(uint[] places, int sectors, out HostOffset end) => UnitSurvey.TryFindEnd(
        new Table(places), new NoTables(), Others(sectors), sectors * (long)Sector, out end);

    private static HostRange[] Others(int sectors) =>
        [new(default, 3 * Sector), new(new HostOffset((sectors - 1) * (long)Sector), Sector)];

    private sealed class Table(uint[] places) : IUnitPlaces
    {
        public int SectorSize => Sector;

        public uint UnitSectors => Unit;

        public long Units => places.Length;

        public IReadOnlyList<Region> OtherRegions => [];

        public int ReadPlaces(ITables tables, long first, Span<uint> into)
        {
            var part = places.AsSpan((int)first, Math.Min(2, places.Length - (int)first));
            part.CopyTo(into);
            return part.Length;
        }
    }

    private sealed class NoTables : ITables
    {
        public bool TryGet(PageRef page, out ReadOnlySpan<byte> bytes) => throw new NotSupportedException();
    }
}
