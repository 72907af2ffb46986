namespace FormatKit.Cli.Output;

/// <summary>Aligned columns, for files and pipes.</summary>
internal sealed class DissectionColumns(ToolHost host) : DissectionText(host)
{
    protected override void WriteHeading(string heading) => Host.Text.WriteLine(heading);

    protected override void WriteFields(Dissection dissection, long start)
    {
        var rows = dissection.Fields.Select(field => Cells(field, start)).ToList();
        var widths = Enumerable.Range(0, Columns.Length)
            .Select(column => rows.Max(row => row[column].Length))
            .ToArray();
        for (var index = 0; index < rows.Count; index++)
        {
            var cells = rows[index].Select((cell, column) => cell.PadRight(widths[column]));
            Host.Text.WriteLine("  " + string.Join("  ", cells).TrimEnd());
            foreach (var violation in dissection.Fields[index].Violations)
            {
                Host.Text.WriteLine($"! {violation.Path}: {Words(violation)}");
            }
        }
    }

    protected override void WriteVerdict(string verdict, bool isBad) =>
        Host.Text.WriteLine((isBad ? "! " : "  ") + verdict);
}
