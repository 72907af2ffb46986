using System.Globalization;
using FormatKit.Disks.Tests.PowerCut;

[assembly: AssemblyFixture(typeof(PowerCutTable))]

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>What the tests of this folder have tried, as a text in the folder that the environment variable
/// FORMATKIT_TABLES names.</summary>
public sealed class PowerCutTable : IDisposable
{
    private const int FirstColumnWidth = 38;
    private const int ColumnWidth = 22;

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

    /// <summary>Barriers that were taken away one by one, and those that were missed.</summary>
    internal void AddCanary(CutDriver driver, Barrier barrier, int removed, int caught) =>
        Add(_canaries, driver, $"{barrier}", removed, caught);

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("FORMATKIT_TABLES") is { Length: > 0 } folder && _cuts.Count > 0)
        {
            File.WriteAllLines(Path.Join(folder, "power-cuts.txt"),
            [
                .. Lines("power cuts: cuts tried, bad states among them", _cuts),
                .. Lines("calls of the host that failed, bad states after them", _faults),
                .. Lines("canary: barriers taken away one by one, how many of them were missed", _canaries),
            ]);
        }
    }

    /// <summary>A line for each thing that was done, a column for each driver.</summary>
    private static IEnumerable<string> Lines(string title, List<Row> rows)
    {
        string[] drivers = [.. rows.Select(row => row.Driver).Distinct().Order(StringComparer.Ordinal)];
        yield return title;
        yield return Line("", drivers);
        foreach (var line in rows.GroupBy(row => row.What).OrderBy(line => line.Key, StringComparer.Ordinal))
        {
            yield return Line(line.Key, drivers.Select(driver => Cell(line.Where(row => row.Driver == driver))));
        }

        yield return Line("in all", drivers.Select(driver => Cell(rows.Where(row => row.Driver == driver))));
        yield return "";
    }

    private static string Line(string what, IEnumerable<string> cells) =>
        string.Concat(cells.Select(cell => $"{cell,ColumnWidth}").Prepend($"{what,-FirstColumnWidth}"));

    private static string Cell(IEnumerable<Row> rows)
    {
        var (tried, found) = rows.Aggregate((0, 0), (sum, row) => (sum.Item1 + row.Tried, sum.Item2 + row.Found));
        return tried == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{tried:N0} {found,5:N0}");
    }

    private void Add(List<Row> rows, CutDriver driver, string what, int tried, int found)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{driver}: {what}: {tried} tried, {found} found");
        lock (_lock)
        {
            rows.Add(new Row(driver.Name, what, tried, found));
        }
    }
}
