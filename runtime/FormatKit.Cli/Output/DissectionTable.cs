using Spectre.Console;

namespace FormatKit.Cli.Output;

/// <summary>A table, for terminals.</summary>
internal sealed class DissectionTable(ToolHost host) : DissectionText(host)
{
    private static readonly Style Bad = new(Color.Red);

    private readonly IAnsiConsole _console =
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });

    protected override void WriteHeading(string heading)
    {
        Host.Text.Flush();
        _console.Write(new Text(heading + "\n", new Style(decoration: Decoration.Bold)));
    }

    protected override void WriteRows(IReadOnlyList<DissectionRow> rows)
    {
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var column in Columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (var row in rows)
        {
            var style = row.Broken.Count > 0 ? Bad : Style.Plain;
            table.AddRow(row.Cells.Select(cell => new Text(cell, style)));
            foreach (var (path, words) in row.Broken)
            {
                table.AddRow(new Text(""), new Text(path, Bad), new Text(""), new Text(words, Bad));
            }
        }

        _console.Write(table);
    }

    protected override void WriteVerdict(string verdict, bool isBad) =>
        _console.Write(new Text(verdict + "\n", isBad ? Bad : Style.Plain));
}
