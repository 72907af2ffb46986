using System.Globalization;
using FormatKit.Disks.Tests.PowerCut;

[assembly: AssemblyFixture(typeof(PowerCutTable))]

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>What the tests of this folder have tried, as a text in the folder that the environment variable
/// FORMATKIT_TABLES names.</summary>
public sealed class PowerCutTable : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Row> _cuts = [];
    private readonly List<Row> _faults = [];
    private readonly List<Row> _canaries = [];

    private sealed record Row(string Driver, string What, int Tried, int Found);

    /// <summary>Cuts, and the bad states that they left.</summary>
    internal void Add(CutDriver driver, string operation, Tally cuts) =>
        Add(_cuts, driver, operation, cuts.Tried, cuts.Bad);

    /// <summary>Calls that failed, and the bad states that this left.</summary>
    internal void AddFaults(CutDriver driver, string fault, Tally calls) =>
        Add(_faults, driver, fault, calls.Tried, calls.Bad);

    /// <summary>Barriers that were taken away one by one, and those of which that was noticed.</summary>
    internal void AddCanary(CutDriver driver, Barrier barrier, int removed, int caught) =>
        Add(_canaries, driver, $"{barrier}", removed, caught);

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("FORMATKIT_TABLES") is { Length: > 0 } folder && _cuts.Count > 0)
        {
            File.WriteAllLines(Path.Join(folder, "power-cuts.txt"),
            [
                .. Lines("power cuts during", "cuts tried", "bad states", _cuts),
                .. Lines("the host fails", "calls failed", "bad states", _faults),
                .. Lines("canary: no barrier", "taken away", "noticed", _canaries),
            ]);
        }
    }

    private static IEnumerable<string> Lines(string what, string tried, string found, List<Row> rows) =>
        rows.OrderBy(row => row.Driver, StringComparer.Ordinal).ThenBy(row => row.What, StringComparer.Ordinal)
            .Append(new Row("", "in all", rows.Sum(row => row.Tried), rows.Sum(row => row.Found)))
            .Select(row => Line(row.Driver, row.What, Text(row.Tried), Text(row.Found)))
            .Prepend(Line("", what, tried, found))
            .Append("");

    private static string Line(string driver, string what, string tried, string found) =>
        $"{driver,-24}{what,-28}{tried,12}{found,12}";

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void Add(List<Row> rows, CutDriver driver, string what, int tried, int found)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{driver}: {what}: {tried} tried, {found} found");
        lock (_lock)
        {
            rows.Add(new Row(driver.Name, what, tried, found));
        }
    }
}
