using System.CommandLine;
using System.Text.Json;
using FormatKit.Cli.Output;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>Looks for damage.</summary>
internal sealed class CheckCommand : ImageCommand
{
    private readonly Option<string> _output = Choices.Output();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Also look whether the image suits someone: azure, for vpc; 'fkit formats' lists them",
        HelpName = "NAME",
    };

    public CheckCommand(ToolHost host)
        : base(host, "check", "Look for damage in an image.", 
            "check [-f FORMAT] [--profile NAME] [--output human|json] [-q] [-U] FILE")
    {
        Options.Add(_output);
        Options.Add(_quiet);
        Options.Add(_profile);
    }

    protected override bool Opens => false;

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        var options = OpenOptionsOf(parsed);
        var file = FileOf(parsed);
        using var store = HostStore.Open(
            file, options.ForceShare ? FileOpenOptions.ForReadingUnlocked : FileOpenOptions.ForReading);
        var format = options.Format ?? ImageFormats.Probe(file, store);
        var profile = parsed.GetValue(_profile);
        if (profile is not null && format.CheckProfiles.All(known => known.Name != profile))
        {
            var known = string.Join(", ", format.CheckProfiles.Select(one => one.Name));
            throw new UsageException($"{file}: format {format.Name} has no profile '{profile}'; it has "
                + (known.Length == 0 ? "none." : known + "."));
        }

        if (!format.Abilities.HasFlag(FormatAbilities.Check))
        {
            Host.Say($"{file}: this is taken for {format.Name}, a format that has nothing to check"
                + (options.Format is null ? "; if it should be another, say which with '-f'." : "."));
            return ExitCode.NothingToCheck;
        }

        var report = new CheckReport { Format = format.Name };
        format.Check(store, report);
        if (profile is not null)
        {
            format.CheckProfile(store, profile, report);
        }

        if (isJson)
        {
            Json.Write(Host, json => WriteJson(json, file, report));
        }
        else if (!parsed.GetValue(_quiet))
        {
            WriteText(report);
        }

        return CodeOf(report);
    }

    private static int CodeOf(CheckReport report) =>
        report.CountOf(CheckSeverity.Corruption) > 0 ? ExitCode.Corrupt
        : report.IsClean ? ExitCode.Success
        : ExitCode.Leaks;

    private static void WriteJson(Utf8JsonWriter json, string file, CheckReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("image-end-offset", report.ImageEnd.Value);
        json.WriteNumber("total-clusters", report.TotalUnits);
        json.WriteNumber("allocated-clusters", report.AllocatedUnits);
        json.WriteNumber("check-errors", 0);
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
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", WordOf(finding.Severity));
            json.WriteString("message", finding.Message);
            if (finding.Offset is { } offset)
            {
                json.WriteNumber("offset", offset);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteText(CheckReport report)
    {
        var text = Host.Text;
        foreach (var finding in report.Findings)
        {
            text.WriteLine($"{WordOf(finding.Severity)}: {OneLine.Of(finding.Message)}");
        }

        WriteSummary(report);
        foreach (var part in report.ExaminedParts)
        {
            text.WriteLine($"Examined: {part}");
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

    private void WriteSummary(CheckReport report)
    {
        if (report.IsClean)
        {
            Host.Text.WriteLine("No errors were found on the image.");
            return;
        }

        WriteCount(
            report.CountOf(CheckSeverity.Corruption), "error", "errors",
            "Data may be corrupted, or further writes to the image may corrupt it.");
        WriteCount(
            report.CountOf(CheckSeverity.StaleCopy), "stale copy", "stale copies",
            "A structure that is kept twice is whole in one place only; the data are not harmed.");
        WriteCount(
            report.CountOf(CheckSeverity.Unsuited), "reason", "reasons",
            "The image is not as the profile wants it; that is no damage.");
        WriteCount(
            report.CountOf(CheckSeverity.Leak), "leak", "leaks",
            "This means waste of disk space, but no harm to data.");
    }

    private void WriteCount(long count, string one, string many, string meaning)
    {
        if (count > 0)
        {
            Host.Text.WriteLine($"\n{count} {(count == 1 ? $"{one} was" : $"{many} were")} found on the image.");
            Host.Text.WriteLine(meaning);
        }
    }

    private static string WordOf(CheckSeverity severity) => severity switch
    {
        CheckSeverity.Corruption => "corruption",
        CheckSeverity.StaleCopy => "stale-copy",
        CheckSeverity.Unsuited => "unsuited",
        _ => "leak",
    };
}
