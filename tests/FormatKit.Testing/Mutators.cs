using System.Diagnostics.CodeAnalysis;

namespace FormatKit.Testing;

/// <summary>
/// Makes inputs for a parser out of good ones. Those of <see cref="Fields"/> know the fields: they are where bugs are.
/// Those of <see cref="Bytes"/> know nothing, and find what the declaration does not say. A seed always gives the same.
/// </summary>
/// <typeparam name="T">The layout or record.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "A fuzzer works on one declaration and names it once.")]
public static class Mutators<T>
    where T : IBinaryFormat
{
    /// <summary>How many mutations <see cref="Next"/> makes at most, one upon the other.</summary>
    private const int Most = 4;

    private static TestedFormat Format => TestedFormat.Of<T>();

    /// <summary>All mutations of an input: of its fields, then of its bytes.</summary>
    /// <param name="input">A good input, or one that was mutated already.</param>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="reseal">
    /// Whether magics, constants, lengths and checksums are set right afterwards, so that the input gets past them.
    /// Mutations that this undoes are left out.
    /// </param>
    public static IEnumerable<Mutant> Of(byte[] input, int seed = 0, bool reseal = false) =>
        Fields(input, seed, reseal).Concat(Bytes(input, seed, reseal));

    /// <summary>Hostile values in every field: see <see cref="FieldMutations"/>.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<Mutant> Fields(byte[] input, int seed = 0, bool reseal = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Sealed(input, reseal, Format.MutateFields(input, seed).Select(mutation =>
        {
            byte[] bytes = [.. input];
            mutation.Apply(bytes);
            return new Mutant(mutation.ToString(), bytes);
        }));
    }

    /// <summary>Flipped bits, cuts, additions, repetitions, removals, exchanges and splices with other good inputs.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<Mutant> Bytes(byte[] input, int seed = 0, bool reseal = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        var random = new Random(seed);
        return Sealed(input, reseal, ByteMutations.All(input, Format.DrawValid(random.Next(1, int.MaxValue)), random));
    }

    /// <summary>
    /// One input with one to four mutations of any kind, for loops that go on for as long as they may.
    /// </summary>
    /// <param name="input">A good input, or one that was mutated already.</param>
    /// <param name="random">Decides everything.</param>
    /// <param name="reseal">Whether the result is sealed; see <see cref="Of"/>.</param>
    public static Mutant Next(byte[] input, Random random, bool reseal = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(random);
        var format = Format;
        var mutant = new Mutant("", input);
        for (var count = random.Next(1, Most + 1); count > 0; count--)
        {
            var next = Once(format, mutant.Bytes, random);
            mutant = new Mutant(mutant.What.Length == 0 ? next.What : $"{mutant.What}; {next.What}", next.Bytes);
        }

        return reseal && format.Seal(mutant.Bytes) is { } whole ? new Mutant($"{mutant.What}; sealed", whole) : mutant;
    }

    private static Mutant Once(TestedFormat format, byte[] input, Random random)
    {
        var fields = random.Next(3) > 0 ? format.MutateFields(input, random.Next()).ToList() : [];
        if (fields.Count == 0)
        {
            return ByteMutations.One(input, () => format.DrawValid(random.Next(1, int.MaxValue)), random);
        }

        var mutation = fields[random.Next(fields.Count)];
        byte[] bytes = [.. input];
        mutation.Apply(bytes);
        return new Mutant(mutation.ToString(), bytes);
    }

    private static IEnumerable<Mutant> Sealed(byte[] input, bool reseal, IEnumerable<Mutant> mutants)
    {
        if (!reseal)
        {
            return mutants.Where(mutant => !mutant.Bytes.AsSpan().SequenceEqual(input));
        }

        var format = Format;
        var whole = format.Seal(input) ?? input;
        return mutants
            .Select(mutant => format.Seal(mutant.Bytes) is { } bytes
                ? new Mutant($"{mutant.What}, sealed", bytes)
                : mutant)
            .Where(mutant => !mutant.Bytes.AsSpan().SequenceEqual(whole));
    }
}
