using System.Globalization;
using FormatKit.Formats.Partitions;

namespace FormatKit.Cli.Output;

/// <summary>A partition table for people.</summary>
internal static class PartitionText
{
    private static readonly string[] Columns = ["number", "start", "size", "type", "name"];

    public static string NameOf(PartitionScheme scheme) => scheme switch
    {
        PartitionScheme.Mbr => "mbr",
        PartitionScheme.Gpt => "gpt",
        _ => "none",
    };

    /// <summary>The table in a few words.</summary>
    public static string Summary(PartitionTable table) => table.Scheme == PartitionScheme.None
        ? "none is found"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(table.Scheme)}, sectors of {table.SectorSize} bytes, id {table.Id}");

    /// <summary>Writes the partitions, a line each, in columns.</summary>
    public static void Write(TextWriter text, PartitionTable table)
    {
        if (table.Scheme == PartitionScheme.None)
        {
            return;
        }

        text.WriteLine($"partition table: {Summary(table)}");
        if (table.Partitions.Count == 0)
        {
            return;
        }

        string[][] rows = [Columns, .. table.Partitions.Select(Cells)];
        var widths = Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            text.WriteLine(("    " + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i])))).TrimEnd());
        }
    }

    private static string[] Cells(Partition partition) =>
    [
        partition.Number.ToString(CultureInfo.InvariantCulture),
        partition.Start.Value.ToString(CultureInfo.InvariantCulture),
        TextForm.Size((ulong)partition.Length),
        partition.TypeName ?? partition.Type,
        OneLine.Of(partition.Name),
    ];
}
