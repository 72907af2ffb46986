using FormatKit.Formats.Vhd;
using FormatKit.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Formats.Tests.Vhd;

/// <summary>The bitmap against an array of booleans.</summary>
public sealed class VhdSectorBitmapTests
{
    private static readonly Arbitrary<Example> Examples =
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(Example.Draw));

    [Fact]
    public void The_most_significant_bit_is_the_first_sector()
    {
        byte[] bitmap = [0b1000_0001, 0b0100_0000];

        Assert.Equal([0, 7, 9], Enumerable.Range(0, 16).Where(sector => VhdSectorBitmap.IsSet(bitmap, sector)));
    }

    [Fact]
    public void Set_bits_are_the_sectors_asked_for()
    {
        var bitmap = new byte[4];

        VhdSectorBitmap.Set(bitmap, 6, 20);

        Assert.Equal((byte[])[0b0000_0011, 0xFF, 0xFF, 0b1100_0000], bitmap);
    }

    [Fact]
    public void A_run_ends_inside_a_byte()
    {
        // Sectors 0 to 10 are here, 11 is not: a reader that goes by whole bytes would lose 8 to 10.
        byte[] bitmap = [0xFF, 0b1110_0000];

        Assert.Equal(11, VhdSectorBitmap.RunAt(bitmap, 0, 16));
        Assert.Equal(5, VhdSectorBitmap.RunAt(bitmap, 11, 5));
    }

    [Fact]
    public void Runs_are_those_of_an_array_of_booleans() =>
        Law.ForAll("runs equal the plain ones", Examples, example =>
        {
            var bits = example.Bits();
            var run = 0;
            while (run < example.Count && bits[example.Sector + run] == bits[example.Sector])
            {
                run++;
            }

            Assert.Equal(run, VhdSectorBitmap.RunAt(example.Bitmap, example.Sector, example.Count));
        }, 3_000);

    [Fact]
    public void Setting_sets_what_an_array_of_booleans_has_set() =>
        Law.ForAll("setting equals the plain one", Examples, example =>
        {
            var expected = example.Bits();
            expected.AsSpan(example.Sector, example.Count).Fill(true);

            VhdSectorBitmap.Set(example.Bitmap, example.Sector, example.Count);

            Assert.Equal(expected, example.Bits());
        }, 3_000);

    /// <summary>A bitmap of runs, some longer than vectors, and a range of at least one sector in it.</summary>
    private sealed record Example(byte[] Bitmap, int Sector, int Count)
    {
        public static Example Draw(int salt)
        {
            var random = new Random(salt);
            var bitmap = new byte[random.Next(1, 128)];
            var sectors = bitmap.Length * 8;
            for (var at = 0; at < sectors;)
            {
                var end = Math.Min(sectors, at + random.Next(1, random.Next(2, 400)));
                for (var set = random.Next(2) == 0; at < end; at++)
                {
                    bitmap[at / 8] |= (byte)(set ? 1 << (7 - (at % 8)) : 0);
                }
            }

            var sector = random.Next(sectors);
            return new Example(bitmap, sector, random.Next(1, sectors - sector + 1));
        }

        public bool[] Bits() =>
            [
                .. Enumerable.Range(0, Bitmap.Length * 8)
                    .Select(index => (Bitmap[index / 8] >> (7 - (index % 8))) % 2 == 1),
            ];

        public override string ToString() => $"{Convert.ToHexString(Bitmap)}, {Count} sectors from {Sector}";
    }
}
