namespace FormatKit.Benchmarks.Writes;

/// <summary>Writes of 4 KiB, each into a grain of 64 KiB of its own, in random order; the same for the same count and
/// size.</summary>
internal sealed class SparseWrites(int count, long guestLength)
{
    internal const int Length = 4 << 10;
    private const int Grain = 64 << 10;

    /// <summary>Where each goes, and the byte that it consists of.</summary>
    internal IEnumerable<(long Offset, byte Pattern)> All()
    {
        var random = new Random(20_060_401);
        var used = new HashSet<long>();
        while (used.Count < count)
        {
            var grain = random.NextInt64(guestLength / Grain);
            if (used.Add(grain))
            {
                var offset = (grain * Grain) + (random.Next(Grain / Length) * Length);
                yield return (offset, (byte)random.Next(1, 256));
            }
        }
    }

    /// <exception cref="ArgumentException">There are not as many grains.</exception>
    internal SparseWrites Checked() => count <= guestLength / Grain
        ? this
        : throw new ArgumentException($"{count} writes need a disk of {count} grains of 64 KiB.");
}
