using System.Numerics;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>A file as it may be after the power went.</summary>
/// <param name="Position">How much had been done to it at most.</param>
/// <param name="File">The file.</param>
internal readonly record struct PowerCut(int Position, MemoryStore File);

/// <summary>
/// The files that a loss of power may leave: everything up to the last flush, and of what came after it any part, in
/// any order of becoming durable, torn at sectors.
/// </summary>
internal static class PowerCuts
{
    private const int AllSubsetsUpTo = 6;
    private const int Prefixes = 24;
    private const int Subsets = 24;

    internal static IEnumerable<PowerCut> Of(MemoryStore initial, IReadOnlyList<HostAction> log, int seed)
    {
        var random = new Random(seed);
        var durable = initial.Clone();
        for (var start = 0; start < log.Count;)
        {
            var end = start;
            while (end < log.Count && log[end].Kind != HostActionKind.Flush)
            {
                end++;
            }

            var parts = new List<(int Position, HostAction Part)>();
            for (var at = start; at < end; at++)
            {
                parts.AddRange(log[at].Parts().Select(part => (at + 1, part)));
            }

            foreach (var chosen in Choices(parts.Count, random))
            {
                yield return Cut(durable, start, parts, chosen);
            }

            parts.ForEach(part => part.Part.ApplyTo(durable));
            start = end + 1;
        }

        yield return new PowerCut(log.Count, durable);
    }

    private static PowerCut Cut(
        MemoryStore durable, int start, List<(int Position, HostAction Part)> parts, Predicate<int> chosen)
    {
        var file = durable.Clone();
        var position = start;
        for (var index = 0; index < parts.Count; index++)
        {
            if (chosen(index))
            {
                parts[index].Part.ApplyTo(file);
                position = parts[index].Position;
            }
        }

        return new PowerCut(position, file);
    }

    /// <summary>Which parts are done: all subsets when there are few; else prefixes, all but one, and some.</summary>
    private static IEnumerable<Predicate<int>> Choices(int parts, Random random)
    {
        if (parts <= AllSubsetsUpTo)
        {
            for (var subset = 0; subset < 1 << parts; subset++)
            {
                var bits = subset;
                yield return index => (bits >> index & 1) != 0;
            }

            yield break;
        }

        for (var prefix = 0; prefix < Prefixes; prefix++)
        {
            var length = (int)((long)parts * prefix / (Prefixes - 1));
            yield return index => index < length;
        }

        for (var subset = 0; subset < Subsets; subset++)
        {
            var omitted = random.Next(parts);
            yield return index => index != omitted;
            var bits = new byte[(parts + 7) / 8];
            random.NextBytes(bits);
            var few = subset % 3;
            yield return index =>
            {
                var bit = (bits[index / 8] >> (index % 8) & 1) != 0;
                return few switch
                {
                    0 => bit,
                    1 => bit && BitOperations.PopCount((uint)bits[index / 8]) > 4,
                    _ => bit || BitOperations.PopCount((uint)bits[index / 8]) > 4,
                };
            };
        }
    }
}
