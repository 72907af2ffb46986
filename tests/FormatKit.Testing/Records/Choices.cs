namespace FormatKit.Testing;

/// <summary>
/// Decisions that were made beforehand, as numbers. What is drawn from them is drawn again from the same ones, and from
/// fewer and lower ones something simpler comes out: that is how records are shrunk. When they run out, all are 0.
/// </summary>
internal sealed class Choices(IReadOnlyList<int> given)
{
    private const int Most = 400;

    /// <summary>How many decisions were asked for, as far as they were there.</summary>
    public int Used { get; private set; }

    /// <summary>As many decisions as a record may need.</summary>
    public static int[] Draw(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Most).Select(_ => random.Next())];
    }

    /// <summary>One of so many possibilities, the simplest of which is 0.</summary>
    public int Next(int possibilities) => Used < given.Count ? given[Used++] % possibilities : 0;

    /// <summary>Where chance starts; 0 for something simple.</summary>
    public int NextSeed() => Next(int.MaxValue);

    /// <summary>How many of something there are: mostly few, now and then as many as there may be.</summary>
    public int NextCount(int most) => Next(8) switch
    {
        0 => 0,
        1 or 2 => Math.Min(1, most),
        7 => Next(Math.Min(most, 40) + 1),
        _ => Next(Math.Min(most, 5) + 1),
    };

    /// <summary>Fewer decisions, then lower ones, the boldest first.</summary>
    public static IEnumerable<int[]> Shrink(int[] choices)
    {
        for (var part = choices.Length; part > 0; part /= 2)
        {
            for (var start = 0; start + part <= choices.Length; start += part)
            {
                yield return [.. choices[..start], .. choices[(start + part)..]];
            }
        }

        for (var index = 0; index < choices.Length; index++)
        {
            foreach (var lower in new[] { 0, choices[index] / 2, choices[index] - 1 }.Distinct())
            {
                if (lower >= 0 && lower < choices[index])
                {
                    int[] simpler = [.. choices];
                    simpler[index] = lower;
                    yield return simpler;
                }
            }
        }
    }
}
