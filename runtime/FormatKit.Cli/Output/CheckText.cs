using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Output;

/// <summary>A check, and a repair, for people.</summary>
internal static class CheckText
{
    /// <summary>How many ranges are told of what is lost; the JSON has all.</summary>
    private const int MaxLosses = 100;

    public static void Write(TextWriter text, CheckReport report, RepairResult? repair, bool dryRun)
    {
        if (repair is not null)
        {
            WriteRepair(text, repair, dryRun);
        }

        foreach (var finding in report.Findings)
        {
            text.WriteLine($"{WordOf(finding.Severity)}: {OneLine.Of(finding.Message)}");
        }

        WriteSummary(text, report);
        if (repair is null)
        {
            foreach (var possible in report.Repairs)
            {
                var how = possible.LosesData ? "--repair --allow-data-loss" : "--repair";
                text.WriteLine($"Can be done with {how}: {OneLine.Of(possible.What)}");
            }
        }

        foreach (var part in report.ExaminedParts)
        {
            text.WriteLine($"Examined: {OneLine.Of(part)}");
        }

        if (report.TotalUnits > 0)
        {
            var share = 100.0 * report.AllocatedUnits / report.TotalUnits;
            text.WriteLine($"{report.AllocatedUnits}/{report.TotalUnits} = {share:0.00}% allocated");
        }

        if (report.ImageEnd.Value > 0)
        {
            text.WriteLine($"Image end offset: {report.ImageEnd.Value}");
        }
    }

    public static string WordOf(CheckSeverity severity) => severity switch
    {
        CheckSeverity.Corruption => "corruption",
        CheckSeverity.StaleCopy => "stale-copy",
        CheckSeverity.Unsuited => "unsuited",
        CheckSeverity.Parent => "parent",
        CheckSeverity.Note => "note",
        _ => "leak",
    };

    private static void WriteRepair(TextWriter text, RepairResult repair, bool dryRun)
    {
        foreach (var act in repair.Done)
        {
            text.WriteLine($"{(dryRun ? "Would be done" : "Done")}: {OneLine.Of(act.What)}");
            WriteLosses(text, act, dryRun ? "would be lost" : "lost");
        }

        foreach (var act in repair.Refused)
        {
            text.WriteLine($"Not done without --allow-data-loss: {OneLine.Of(act.What)}");
            WriteLosses(text, act, "would be lost");
        }

        var left = repair.After.Findings.Where(finding =>
            finding.Repair is null && finding.Severity is not (CheckSeverity.Note or CheckSeverity.Unsuited));
        foreach (var finding in left)
        {
            var what = finding.Severity == CheckSeverity.Leak ? "Left for 'fkit compact'" : "Cannot be repaired";
            text.WriteLine($"{what}: {OneLine.Of(finding.Message)}");
        }

        if (repair.Done.Count == 0)
        {
            text.WriteLine("Nothing was repaired, and nothing was written.");
        }
        else if (dryRun)
        {
            text.WriteLine(repair.After.IsClean
                ? "The image would be clean then. Nothing was written."
                : "Some of it would be left then. Nothing was written.");
        }
    }

    private static void WriteLosses(TextWriter text, RepairResult.Act act, string what)
    {
        foreach (var loss in act.Losses.Take(MaxLosses))
        {
            text.WriteLine(
                $"  {what}: {loss.Length} bytes of the guest from byte {loss.Offset} on; they read as {loss.ReadsAs}");
        }

        if (act.Losses.Count > MaxLosses)
        {
            text.WriteLine($"  and {act.Losses.Count - MaxLosses} more ranges; '--output json' has all");
        }
    }

    private static void WriteSummary(TextWriter text, CheckReport report)
    {
        if (report.IsClean)
        {
            text.WriteLine("No errors were found on the image.");
            return;
        }

        WriteCount(
            text, report.CountOf(CheckSeverity.Corruption), "error", "errors",
            "Data may be corrupted, or further writes to the image may corrupt it.");
        WriteCount(
            text, report.CountOf(CheckSeverity.StaleCopy), "stale copy", "stale copies",
            "A structure that is kept twice is whole in one place only; the data are not harmed.");
        WriteCount(
            text, report.CountOf(CheckSeverity.Unsuited), "reason", "reasons",
            "The image is not as the profile wants it; that is no damage.");
        WriteCount(
            text, report.CountOf(CheckSeverity.Leak), "leak", "leaks",
            "This means waste of disk space, but no harm to data.");
        WriteCount(
            text, report.CountOf(CheckSeverity.Parent), "parent that cannot be used", "parents that cannot be used",
            "The image itself is whole; without its parent most of it cannot be read.");
    }

    private static void WriteCount(TextWriter text, long count, string one, string many, string meaning)
    {
        if (count > 0)
        {
            text.WriteLine($"\n{count} {(count == 1 ? $"{one} was" : $"{many} were")} found on the image.");
            text.WriteLine(meaning);
        }
    }
}
