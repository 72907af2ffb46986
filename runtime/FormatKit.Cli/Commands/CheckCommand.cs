using System.CommandLine;
using FormatKit.Cli.Output;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>Looks for damage, and mends it when asked to.</summary>
internal sealed class CheckCommand : ImageCommand
{
    private readonly Option<string> _output = Choices.Output();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Also look whether the image suits someone: azure, for vpc; 'fkit formats' lists them",
        HelpName = "NAME",
    };

    private readonly Option<bool> _repair = new("--repair", "-r")
    {
        Description = "Mend what can be mended without giving up or making up anything of the guest's",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "With --repair: show what would be done, and write nothing",
    };

    private readonly Option<bool> _allowDataLoss = new("--allow-data-loss")
    {
        Description = "With --repair: also mend what costs guest data; what is lost is said",
    };

    public CheckCommand(ToolHost host)
        : base(host, "check", "Look for damage in an image, and mend it.",
            "check [-f FORMAT] [--repair [--dry-run] [--allow-data-loss]] [--profile NAME] [--allow-dir DIR]… "
            + "[--output human|json] [-q] [-U] FILE")
    {
        foreach (var option in (ReadOnlySpan<Option>)
            [_repair, _dryRun, _allowDataLoss, _profile, _allowDir, _output, _quiet])
        {
            Options.Add(option);
        }
    }

    protected override bool Opens => false;

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        var options = OpenOptionsOf(parsed);
        var (repairs, dryRun) = (parsed.GetValue(_repair), parsed.GetValue(_dryRun));
        CheckUsage(parsed, repairs, options.ForceShare && !dryRun);
        var file = FileOf(parsed);
        using var store = HostStore.Open(
            file, repairs && !dryRun ? FileOpenOptions.ForWriting
            : options.ForceShare ? FileOpenOptions.ForReadingUnlocked : FileOpenOptions.ForReading);
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

        var check = new CheckOptions
        {
            Profile = profile, ForceShare = options.ForceShare, Gate = Choices.GateOf(parsed.GetValue(_allowDir)),
        };
        var result = repairs
            ? RepairOperation.Run(store, format, new RepairOptions
            {
                DryRun = dryRun, AllowDataLoss = parsed.GetValue(_allowDataLoss), Check = check,
            })
            : null;
        var report = result is null ? CheckOperation.Run(store, format, check) : dryRun ? result.Before : result.After;
        if (isJson)
        {
            Json.Write(Host, json => CheckJson.Write(json, file, report, result, dryRun));
        }
        else if (!parsed.GetValue(_quiet))
        {
            CheckText.Write(Host.Text, report, result, dryRun);
        }

        return CodeOf(report);
    }

    private void CheckUsage(ParseResult parsed, bool repairs, bool forceShare)
    {
        foreach (var option in (ReadOnlySpan<Option<bool>>)[_dryRun, _allowDataLoss])
        {
            if (parsed.GetValue(option) && !repairs)
            {
                throw new UsageException($"{option.Name} is about --repair, which is not asked for.");
            }
        }

        if (repairs && forceShare)
        {
            throw new UsageException("--repair changes the image, and -U is for reading only.");
        }
    }

    /// <summary>As qemu-img has them: of what is found now, also behind a repair.</summary>
    private static int CodeOf(CheckReport report) =>
        report.CountOf(CheckSeverity.Corruption) > 0 ? ExitCode.Corrupt
        : report.CountOf(CheckSeverity.Parent) > 0 ? ExitCode.Failure
        : report.IsClean ? ExitCode.Success
        : ExitCode.Leaks;
}
