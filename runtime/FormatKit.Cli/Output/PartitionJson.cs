using System.Globalization;
using System.Text.Json;
using FormatKit.Formats.Partitions;

namespace FormatKit.Cli.Output;

/// <summary>A partition table for programs: places and sizes in bytes.</summary>
internal static class PartitionJson
{
    /// <summary>Writes the member <c>partition-table</c> where there is something to say.</summary>
    public static void WriteIfAny(Utf8JsonWriter json, PartitionTable table)
    {
        if (table.Scheme == PartitionScheme.None && table.Warnings.Count == 0)
        {
            return;
        }

        json.WriteStartObject("partition-table");
        json.WriteString("type", PartitionText.NameOf(table.Scheme));
        if (table.Id is { } id)
        {
            json.WriteString("id", id);
        }

        json.WriteNumber("sector-size", table.SectorSize);
        json.WriteStartArray("partitions");
        foreach (var partition in table.Partitions)
        {
            Write(json, partition);
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in table.Warnings)
        {
            json.WriteStringValue(warning.Text);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Partition partition)
    {
        json.WriteStartObject();
        json.WriteNumber("number", partition.Number);
        json.WriteNumber("start", partition.Start.Value);
        json.WriteNumber("size", partition.Length);
        json.WriteString("type", partition.Type);
        if (partition.TypeName is { } type)
        {
            json.WriteString("type-name", type);
        }

        if (partition.UniqueId is { } id)
        {
            json.WriteString("name", partition.Name);
            json.WriteString("unique-id", id);
            var attributes = string.Create(CultureInfo.InvariantCulture, $"0x{(ulong)partition.Attributes:x16}");
            json.WriteString("attributes", attributes);
        }

        json.WriteBoolean("bootable", partition.IsBootable);
        json.WriteBoolean("logical", partition.IsLogical);
        json.WriteEndObject();
    }
}
