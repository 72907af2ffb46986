namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Files that a cut has left and that it should not have: the first few in words, all counted.</summary>
internal static class BadStates
{
    internal static void AddProblem(this List<string> bad, string? problem, string where)
    {
        if (problem is not null)
        {
            bad.Add($"{where}: {problem}");
        }
    }

    internal static void AssertNone(this List<string> bad, int tried) =>
        Assert.True(
            bad.Count == 0, $"{bad.Count} of {tried}, among them\n{string.Join('\n', bad.Take(5))}");
}
