using System.CommandLine;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Commands;

/// <summary>A new child on an image, with which its guest goes on while the image stays as it is.</summary>
internal sealed class SnapshotCommand : ToolCommand
{
    private readonly Argument<string> _image =
        Choices.File("IMAGE", "The image to keep as it is; whoever uses it goes on with CHILD");

    private readonly Argument<string> _child =
        Choices.File("CHILD", "The image to make; a file of this name is replaced");

    private readonly Option<string?> _format = Choices.Format("The format of IMAGE");
    private readonly Option<string?> _childFormat = new("-O", "--target-format")
    {
        Description = "The format of CHILD; by itself that of IMAGE",
        HelpName = "FORMAT",
    };

    private readonly Option<string[]> _options = Choices.CreateOptions();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _noSync = Choices.NoSync();

    public SnapshotCommand(ToolHost host)
        : base(
            host, "snapshot", "Make a child on an image, to go on with while the image stays as it is.",
            "snapshot [-f FORMAT] [-O FORMAT] [-o KEY=VALUE]… [--allow-dir DIR]… [-q] [--no-sync] IMAGE CHILD")
    {
        Arguments.Add(_image);
        Arguments.Add(_child);
        foreach (var option in (ReadOnlySpan<Option>)[_format, _childFormat, _options, _allowDir, _quiet, _noSync])
        {
            Options.Add(option);
        }
    }

    protected override int Run(ParseResult parsed)
    {
        var (image, child) = (parsed.GetRequiredValue(_image), parsed.GetRequiredValue(_child));
        var isQuiet = parsed.GetValue(_quiet);
        using var parent = Choices.OpenParent(
            Host, image, "-f", parsed.GetValue(_format), Choices.GateOf(parsed.GetValue(_allowDir)), isQuiet);
        SnapshotOperation.Run(parent, child, new SnapshotOptions
        {
            Format = Choices.FormatOf(parsed.GetValue(_childFormat)),
            Values = OptionValues.Parse(parsed.GetValue(_options) ?? []),
            Sync = !parsed.GetValue(_noSync),
        });
        if (!isQuiet)
        {
            Host.Say($"created {child} on {image}, which must not be written to any more while there is a child of it");
        }

        return ExitCode.Success;
    }
}
