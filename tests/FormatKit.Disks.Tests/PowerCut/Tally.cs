using System.Globalization;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>States that were judged, and what was wrong with them.</summary>
internal sealed class Tally
{
    private const int Shown = 5;

    private readonly List<string> _bad = [];

    public int Tried { get; private set; }

    public int Bad => _bad.Count;

    /// <param name="problem">What is wrong with a state, or null.</param>
    /// <param name="where">How to find it again.</param>
    public void Add(string? problem, string where)
    {
        Tried++;
        if (problem is not null)
        {
            _bad.Add(string.Create(CultureInfo.InvariantCulture, $"{where}, state {Tried}: {problem}"));
        }
    }

    /// <summary>Nothing was wrong with any, and there were some.</summary>
    public void AssertAllGood(int atLeast)
    {
        Assert.True(Bad == 0, $"{Bad} of {Tried} are bad, among them\n{string.Join('\n', _bad.Take(Shown))}");
        Assert.InRange(Tried, atLeast, int.MaxValue);
    }
}
