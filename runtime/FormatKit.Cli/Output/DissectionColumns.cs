namespace FormatKit.Cli.Output;

/// <summary>Aligned columns, for files and pipes.</summary>
internal sealed class DissectionColumns(ToolHost host) : DissectionText(host)
{
    protected override void WriteHeading(string heading) => Host.Text.WriteLine(heading);

    protected override void WriteRows(IReadOnlyList<DissectionRow> rows)
    {
        var widths = Enumerable.Range(0, Columns.Length)
            .Select(column => rows.Max(row => row.Cells[column].Length))
            .ToArray();
        foreach (var row in rows)
        {
            var cells = row.Cells.Select((cell, column) => cell.PadRight(widths[column]));
            Host.Text.WriteLine("  " + string.Join("  ", cells).TrimEnd());
            foreach (var (path, words) in row.Broken)
            {
                Host.Text.WriteLine($"! {path}: {words}");
            }
        }
    }

    protected override void WriteVerdict(string verdict, bool isBad) =>
        Host.Text.WriteLine((isBad ? "! " : "  ") + verdict);
}
