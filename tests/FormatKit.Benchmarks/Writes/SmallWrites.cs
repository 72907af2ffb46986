using FormatKit.Disks.Images;

namespace FormatKit.Benchmarks.Writes;

/// <summary>Writes of 4 KiB; the same for the same pattern, count and size.</summary>
internal sealed class SmallWrites(WritePattern pattern, int count, long guestLength)
{
    internal const int Length = 4 << 10;
    private const int Grain = 64 << 10;
    private const int Block = 2 << 20;
    private const int Seed = 20_060_401;

    /// <summary>Where each goes, and the byte that it consists of.</summary>
    internal IEnumerable<(long Offset, byte Pattern)> All()
    {
        var random = new Random(Seed);
        return Offsets(random).Take(count).Select(offset => (offset, (byte)random.Next(1, 256)));
    }

    /// <summary>Allocates what the writes expect to be there.</summary>
    internal void Prepare(DiskImage image)
    {
        var allocated = pattern switch
        {
            WritePattern.Allocated => guestLength,
            WritePattern.Alternating => 2 * Block,
            _ => 0,
        };
        var bytes = new byte[Block];
        new Random(Seed).NextBytes(bytes);
        for (var at = 0L; at < allocated; at += Block)
        {
            image.Write(bytes.AsSpan(0, (int)Math.Min(Block, allocated - at)), at);
        }
    }

    /// <exception cref="ArgumentException">The disk is too small.</exception>
    internal SmallWrites Checked() => (pattern == WritePattern.New ? count : 2L * Block / Grain) <= guestLength / Grain
        ? this
        : throw new ArgumentException($"{count} writes of this pattern need a disk larger than {guestLength} bytes.");

    private IEnumerable<long> Offsets(Random random)
    {
        var used = new HashSet<long>();
        for (var index = 0L; ; index++)
        {
            switch (pattern)
            {
                case WritePattern.New:
                    var grain = random.NextInt64(guestLength / Grain);
                    if (used.Add(grain))
                    {
                        yield return (grain * Grain) + (random.Next(Grain / Length) * Length);
                    }

                    break;
                case WritePattern.Allocated:
                    yield return random.NextInt64(guestLength / Length) * Length;
                    break;
                default:
                    yield return (index % 2 * Block) + (index / 2 * Length % Block);
                    break;
            }
        }
    }
}
