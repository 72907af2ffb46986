using System.Text.Json;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Output;

/// <summary>A check, and a repair, for programs. The names that qemu-img has too mean the same.</summary>
internal static class CheckJson
{
    public static void Write(Utf8JsonWriter json, string file, CheckReport report, RepairResult? repair, bool dryRun)
    {
        json.WriteStartObject();
        json.WriteNumber("image-end-offset", report.ImageEnd.Value);
        json.WriteNumber("total-clusters", report.TotalUnits);
        json.WriteNumber("allocated-clusters", report.AllocatedUnits);
        json.WriteNumber("check-errors", report.CountOf(CheckSeverity.Parent));
        json.WriteNumber("corruptions", report.CountOf(CheckSeverity.Corruption));
        json.WriteNumber("leaks", report.CountOf(CheckSeverity.Leak));
        json.WriteNumber("stale-copies", report.CountOf(CheckSeverity.StaleCopy));
        json.WriteNumber("unsuited", report.CountOf(CheckSeverity.Unsuited));
        json.WriteString("filename", file);
        json.WriteString("format", report.Format);
        json.WriteStartArray("examined");
        foreach (var part in report.ExaminedParts)
        {
            json.WriteStringValue(part);
        }

        json.WriteEndArray();
        WriteFindings(json, report);
        if (repair is not null)
        {
            WriteRepair(json, repair, dryRun);
        }

        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", CheckText.WordOf(finding.Severity));
            json.WriteString("message", finding.Message);
            if (finding.Offset is { } offset)
            {
                json.WriteNumber("offset", offset);
            }

            if (finding.Repair is { } repair)
            {
                json.WriteString("repair", repair.What);
                json.WriteBoolean("repair-loses-data", repair.LosesData);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRepair(Utf8JsonWriter json, RepairResult repair, bool dryRun)
    {
        var (before, after) = (repair.Before, repair.After);
        json.WriteNumber("corruptions-fixed", Fixed(CheckSeverity.Corruption));
        json.WriteNumber("leaks-fixed", Fixed(CheckSeverity.Leak));
        json.WriteNumber("stale-copies-fixed", Fixed(CheckSeverity.StaleCopy));
        json.WriteBoolean("dry-run", dryRun);
        json.WriteBoolean("clean-after", after.IsClean);
        WriteActs(json, "repairs", repair.Done);
        WriteActs(json, "repairs-that-lose-data", repair.Refused);

        long Fixed(CheckSeverity severity) => Math.Max(0, before.CountOf(severity) - after.CountOf(severity));
    }

    private static void WriteActs(Utf8JsonWriter json, string name, IReadOnlyList<RepairResult.Act> acts)
    {
        json.WriteStartArray(name);
        foreach (var act in acts)
        {
            json.WriteStartObject();
            json.WriteString("what", act.What);
            json.WriteStartArray("losses");
            foreach (var loss in act.Losses)
            {
                json.WriteStartObject();
                json.WriteNumber("start", loss.Offset);
                json.WriteNumber("length", loss.Length);
                json.WriteString("reads-as", loss.ReadsAs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
