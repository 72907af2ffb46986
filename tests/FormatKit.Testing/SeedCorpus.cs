using System.Text;

namespace FormatKit.Testing;

/// <summary>
/// A small set of inputs to start a fuzzer from: good ones, of a record one of each shape that it can have; for each
/// value that the declaration speaks of one that has it, whether that is legal (<c>valid-</c>) or not (<c>wrong-</c>);
/// and some that end too early or too late. Always the same for a declaration, so that it can be kept beside it.
/// </summary>
public static class SeedCorpus
{
    private const int Drawn = 4;

    /// <summary>The inputs, no two alike.</summary>
    public static IReadOnlyList<Seed> Of<T>()
        where T : IBinaryFormat
    {
        var format = TestedFormat.Of<T>();
        var least = format.DrawValid(0);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Good(format, least).Concat(Values(format, least)).Concat(Lengths(least))
                .DistinctBy(seed => Convert.ToHexString(seed.Bytes))
                .Select(seed => seed with { Name = Unique(seed.Name, names) }),
        ];
    }

    /// <summary>Writes each input to a file of its own.</summary>
    /// <param name="folder">The folder, which is made when it is not there. Other files in it stay.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write<T>(string folder)
        where T : IBinaryFormat
    {
        Directory.CreateDirectory(folder);
        return
        [
            .. Of<T>().Select(seed =>
            {
                var path = Path.Combine(folder, seed.Name);
                File.WriteAllBytes(path, seed.Bytes);
                return path;
            }),
        ];
    }

    private static IEnumerable<Seed> Good(TestedFormat format, byte[] least) =>
        Enumerable.Range(1, Drawn)
            .Select(seed => new Seed($"valid-drawn-{seed}", format.DrawValid(seed)))
            .Prepend(new Seed("valid-least", least))
            .Concat(format.Shapes.Select(shape => new Seed(FileName($"valid-{shape.What}"), shape.Bytes)));

    /// <summary>
    /// Each value in the simplest input, sealed. What sealing undoes stays as it was written: a wrong magic is wrong.
    /// </summary>
    private static IEnumerable<Seed> Values(TestedFormat format, byte[] least)
    {
        foreach (var mutation in format.MutateFields(least, seed: 0).Where(IsTelling))
        {
            byte[] plain = [.. least];
            mutation.Apply(plain);
            var bytes = format.Seal(plain) is { } whole && !whole.AsSpan().SequenceEqual(least) ? whole : plain;
            var verdict = format.IsValid(bytes) ? "valid" : "wrong";
            yield return new Seed(FileName($"{verdict}-{mutation.Path}-{mutation.What}"), bytes);
        }
    }

    /// <summary>Noise tells nothing, and the second element of an array nothing that the first one does not.</summary>
    private static bool IsTelling(FieldMutation mutation) =>
        mutation.What != FieldMutations.Noise
        && !mutation.Path.Split('[').Skip(1).Any(rest => !rest.StartsWith("0]", StringComparison.Ordinal));

    private static IEnumerable<Seed> Lengths(byte[] least)
    {
        foreach (var length in new[] { 0, 1, least.Length / 2, least.Length - 1 }.Where(length => length >= 0))
        {
            yield return new Seed($"short-{length}", least[..Math.Min(length, least.Length)]);
        }

        yield return new Seed("long-by-1", [.. least, 0]);
        yield return new Seed("twice", [.. least, .. least]);
    }

    /// <summary>Letters and digits, with a hyphen for all that stands between them.</summary>
    private static string FileName(string words)
    {
        var text = new StringBuilder();
        foreach (var character in words)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '.' or '_')
            {
                text.Append(character);
            }
            else if (character == '+')
            {
                text.Append("plus");
            }
            else if (character == '[')
            {
                text.Append('.');
            }
            else if (character != ']' && text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        return text.ToString().TrimEnd('-', '.');
    }

    private static string Unique(string name, HashSet<string> names)
    {
        for (var number = 2; !names.Add(name); number++)
        {
            var end = name.LastIndexOf('~');
            name = $"{(end < 0 ? name : name[..end])}~{number}";
        }

        return name;
    }
}
