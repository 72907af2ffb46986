namespace FormatKit.Testing;

/// <summary>Changes to bytes that know nothing of what they mean.</summary>
internal static class ByteMutations
{
    private const int MostFlips = 64;
    private const int MostCuts = 32;
    private const int Each = 4;

    private static readonly Func<byte[], byte[], Random, Mutant>[] Kinds =
        [Repeat, Remove, Exchange, Splice, Extend, Overwrite];

    /// <summary>Some of each kind: bits and cuts all over the input, the others by chance.</summary>
    public static IEnumerable<Mutant> All(byte[] input, byte[] other, Random random) =>
        [
            .. Places(8 * input.Length, MostFlips, random).Select(bit => Flip(input, bit)),
            .. Places(input.Length, MostCuts, random).Select(length => Cut(input, length)),
            .. Kinds.SelectMany(kind => Enumerable.Range(0, Each).Select(_ => kind(input, other, random))),
        ];

    /// <summary>One change of any kind.</summary>
    public static Mutant One(byte[] input, Func<byte[]> other, Random random) => random.Next(Kinds.Length + 2) switch
    {
        0 when input.Length > 0 => Flip(input, random.Next(8 * input.Length)),
        0 or 1 => Cut(input, random.Next(input.Length + 1)),
        var kind => Kinds[kind - 2](input, other(), random),
    };

    private static Mutant Flip(byte[] input, int bit)
    {
        byte[] bytes = [.. input];
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Mutant($"bit {bit % 8} of byte {bit / 8} flipped", bytes);
    }

    private static Mutant Cut(byte[] input, int length) => new($"cut off at byte {length}", input[..length]);

    private static Mutant Extend(byte[] input, byte[] other, Random random)
    {
        var more = new byte[random.Next(1, 1 + Math.Max(16, input.Length))];
        if (random.Next(2) == 0)
        {
            random.NextBytes(more);
        }

        return new Mutant($"{more.Length} bytes more", [.. input, .. more]);
    }

    private static Mutant Repeat(byte[] input, byte[] other, Random random)
    {
        var (from, to) = Part(input, random);
        return new Mutant($"bytes {from} to {to} twice", [.. input[..to], .. input[from..]]);
    }

    private static Mutant Remove(byte[] input, byte[] other, Random random)
    {
        var (from, to) = Part(input, random);
        return new Mutant($"bytes {from} to {to} left out", [.. input[..from], .. input[to..]]);
    }

    private static Mutant Exchange(byte[] input, byte[] other, Random random)
    {
        var (from, to) = Part(input, random);
        var middle = from + ((to - from) / 2);
        return new Mutant(
            $"bytes {from} to {middle} behind those to {to}",
            [.. input[..from], .. input[middle..to], .. input[from..middle], .. input[to..]]);
    }

    private static Mutant Overwrite(byte[] input, byte[] other, Random random)
    {
        var (from, to) = Part(input, random);
        byte[] bytes = [.. input];
        var fill = (byte)(random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => random.Next(256) });
        bytes.AsSpan(from..to).Fill(fill);
        return new Mutant($"bytes {from} to {to} are {fill:x2}", bytes);
    }

    private static Mutant Splice(byte[] input, byte[] other, Random random)
    {
        var (here, there) = (random.Next(input.Length + 1), random.Next(other.Length + 1));
        there = random.Next(2) == 0 ? Math.Min(here, other.Length) : there;
        return new Mutant($"after byte {here} another input from byte {there}", [.. input[..here], .. other[there..]]);
    }

    private static (int From, int To) Part(byte[] input, Random random)
    {
        var from = random.Next(input.Length + 1);
        var most = random.Next(2) == 0 ? Math.Min(8, input.Length - from) : input.Length - from;
        return (from, from + random.Next(most + 1));
    }

    /// <summary>All numbers below a limit, or so many of them, the first and last among them.</summary>
    private static IEnumerable<int> Places(int limit, int most, Random random) => limit <= most
        ? Enumerable.Range(0, limit)
        : Enumerable.Range(0, most - 2).Select(_ => random.Next(limit)).Append(0).Append(limit - 1).Distinct().Order();
}
