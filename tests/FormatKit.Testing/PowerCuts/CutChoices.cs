namespace FormatKit.Testing.PowerCuts;

/// <summary>Which parts of what was done are in the file after a cut: every subset when there are few parts, else a
/// sample of those that have broken something before.</summary>
internal static class CutChoices
{
    private const int AllSubsetsUpTo = 6;
    private const int Prefixes = 12;
    private const int Subsets = 12;

    /// <param name="positions">Of each part, the operation that it belongs to.</param>
    /// <param name="random">Where the sample comes from.</param>
    /// <param name="effort">How many times the usual number are drawn.</param>
    internal static IEnumerable<bool[]> Of(int[] positions, Random random, int effort)
    {
        if (positions.Length <= AllSubsetsUpTo)
        {
            return AllSubsets(positions.Length);
        }

        return InOrder(positions.Length, effort)
            .Concat(WholeOperations(positions, random, effort))
            .Concat(Torn(positions.Length, random, effort));
    }

    private static IEnumerable<bool[]> AllSubsets(int parts)
    {
        for (var subset = 0; subset < 1 << parts; subset++)
        {
            var bits = subset;
            yield return Choose(parts, index => (bits >> index & 1) != 0);
        }
    }

    /// <summary>Everything up to some part, from nothing to all.</summary>
    private static IEnumerable<bool[]> InOrder(int parts, int effort)
    {
        var steps = Math.Min(parts, Prefixes * effort);
        for (var step = 0; step <= steps; step++)
        {
            var length = (int)((long)parts * step / steps);
            yield return Choose(parts, index => index < length);
        }
    }

    /// <summary>Operations out of order, none of them torn: every subset of few, else each alone, all but each, and
    /// some.</summary>
    private static IEnumerable<bool[]> WholeOperations(int[] positions, Random random, int effort)
    {
        var operations = positions.Distinct().ToArray();
        if (operations.Length <= AllSubsetsUpTo - 1)
        {
            foreach (var subset in AllSubsets(operations.Length).Skip(1).SkipLast(1))
            {
                yield return ByOperation(subset);
            }

            yield break;
        }

        var some = operations.Length <= Subsets ? operations : random.GetItems(operations, Subsets * effort);
        foreach (var one in some)
        {
            yield return Choose(positions.Length, index => positions[index] == one);
            yield return Choose(positions.Length, index => positions[index] != one);
        }

        for (var subset = 0; subset < Subsets * effort; subset++)
        {
            yield return ByOperation(Choose(operations.Length, _ => random.Next(2) == 0));
        }

        bool[] ByOperation(bool[] chosen) =>
            Choose(positions.Length, index => chosen[Array.BinarySearch(operations, positions[index])]);
    }

    /// <summary>Any parts: few, half, most.</summary>
    private static IEnumerable<bool[]> Torn(int parts, Random random, int effort)
    {
        for (var subset = 0; subset < Subsets * effort; subset++)
        {
            var eighths = (subset % 3) switch { 0 => 1, 1 => 4, _ => 7 };
            yield return Choose(parts, _ => random.Next(8) < eighths);
            var omitted = random.Next(parts);
            yield return Choose(parts, index => index != omitted);
        }
    }

    private static bool[] Choose(int count, Predicate<int> chosen)
    {
        var choice = new bool[count];
        for (var index = 0; index < count; index++)
        {
            choice[index] = chosen(index);
        }

        return choice;
    }
}
