using System.Globalization;
using FormatKit.Formats.Partitions;

namespace FormatKit.Formats.Tests.Partitions;

/// <summary>A partition table as text.</summary>
internal static class PartitionWords
{
    public static PartitionTable Read(byte[] disk) => PartitionTable.Read(new ByteArraySource(disk));

    /// <summary><c>number: first sector+sectors type</c>, in sectors of the table.</summary>
    public static IEnumerable<string> Words(this PartitionTable table) => table.Partitions.Select(partition =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{partition.Number}: {partition.Start.Value / table.SectorSize}+{partition.Length / table.SectorSize} "
            + $"{partition.Type}{(partition.IsBootable ? " boot" : "")}"));

    public static IEnumerable<PartitionWarningKind> Kinds(this PartitionTable table) =>
        table.Warnings.Select(warning => warning.Kind);
}
