using System.CommandLine;
using System.Globalization;
using FormatKit.Cli.Output;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Commands;

/// <summary>A smaller file for the same disk.</summary>
internal sealed class CompactCommand : ToolCommand
{
    private readonly Argument<string> _image = Choices.File("IMAGE", "The image to make smaller, in place");
    private readonly Option<string?> _format = Choices.Format("The format of IMAGE");
    private readonly Option<bool> _dryRun = new("-n", "--dry-run") { Description = "Say only what would be done" };
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _progress = Choices.Progress();

    public CompactCommand(ToolHost host)
        : base(
            host, "compact", "Make the file of an image smaller, in place.",
            "compact [-f FORMAT] [-n] [--allow-dir DIR]… [-p] [-q] IMAGE")
    {
        Arguments.Add(_image);
        foreach (var option in (ReadOnlySpan<Option>)[_format, _dryRun, _allowDir, _quiet, _progress])
        {
            Options.Add(option);
        }
    }

    protected override int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_image);
        var (isQuiet, isDry) = (parsed.GetValue(_quiet), parsed.GetValue(_dryRun));
        using var image = Choices.OpenImage(
            Host, path,
            new()
            {
                Writable = !isDry,
                Format = Choices.FormatOf(parsed.GetValue(_format)),
                Gate = Choices.GateOf(parsed.GetValue(_allowDir)),
            },
            isQuiet);
        var result = Progress.Show(Host, "compacting", image.Length, isQuiet, progress => CompactOperation.Run(
            image, new CompactOptions { DryRun = isDry, Progress = progress }, Host.Cancellation));
        if (!isQuiet || isDry)
        {
            Host.Say(Report(path, result, isDry));
        }

        return ExitCode.Success;
    }

    private static string Report(string path, CompactResult result, bool isDry)
    {
        var (would, has) = isDry ? ("would be ", "would have") : ("", "has");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {result.UnitsDropped} blocks of zeros {would}dropped, {result.UnitsMoved} blocks {would}moved; "
            + $"the file {has} {result.LengthAfter} bytes instead of {result.LengthBefore}");
    }
}
