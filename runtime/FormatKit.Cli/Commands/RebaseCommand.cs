using System.CommandLine;
using System.Diagnostics;
using FormatKit.Cli.Output;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>Another parent for an image, or none.</summary>
internal sealed class RebaseCommand : ToolCommand
{
    private readonly Argument<string> _image = Choices.File("IMAGE", "The image that gets another parent");
    private readonly Option<string?> _format = Choices.Format("The format of IMAGE");
    private readonly Option<string?> _backing =
        Choices.Backing("The new parent; with an empty name there is none, and IMAGE has everything itself");

    private readonly Option<string?> _backingFormat = Choices.BackingFormat();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _progress = Choices.Progress();
    private readonly Option<int> _workers = Choices.Workers();
    private readonly Option<bool> _unsafe = new("-u", "--unsafe")
    {
        Description = "Change the name of the parent only: right when both have the same content, and else the end of "
            + "what IMAGE shows",
    };

    public RebaseCommand(ToolHost host)
        : base(
            host, "rebase", "Give an image another parent, and keep what its guest sees.",
            "rebase [-f FORMAT] -b PARENT [-F FORMAT] [-u] [-p] [-q] [-m N] [--allow-dir DIR]… IMAGE")
    {
        Arguments.Add(_image);
        foreach (var option in (ReadOnlySpan<Option>)
            [_format, _backing, _backingFormat, _unsafe, _allowDir, _progress, _quiet, _workers])
        {
            Options.Add(option);
        }
    }

    protected override int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_image);
        var named = parsed.GetValue(_backing) ?? throw new UsageException(
            "-b is missing: it names the new parent; '-b \"\"' is for none.");
        var gate = Choices.GateOf(parsed.GetValue(_allowDir));
        var isQuiet = parsed.GetValue(_quiet);
        var workers = Choices.WorkersOf(parsed.GetValue(_workers));
        using var parent = named.Length == 0
            ? null
            : Choices.OpenParent(Host, named, "-F", parsed.GetValue(_backingFormat), gate, isQuiet);
        if (parent is not null)
        {
            ParentPath.RefuseLoop(path, parent);
        }

        using var store = HostStore.Open(path, FileOpenOptions.ForWriting);
        var format = Choices.FormatOf(parsed.GetValue(_format)) ?? ImageFormats.Probe(path, store);
        var backing = parent is null ? null : ParentPath.Of(path, parent);
        var watch = Stopwatch.StartNew();
        var total = LengthOf(store, format);
        Progress.Show(Host, "rebasing", total, isQuiet, progress =>
        {
            RebaseOperation.Run(
                store, new ImageOpenOptions { Format = format, Gate = gate }, parent, backing,
                new RebaseOptions
                {
                    Unsafe = parsed.GetValue(_unsafe), Workers = workers, Progress = progress,
                },
                Host.Cancellation);
            return 0;
        });
        Progress.Done(Host, "rebased", total, watch, isQuiet);
        return ExitCode.Success;
    }

    private static long LengthOf(ByteStore store, ImageFormat format) =>
        format.Open(store, new OpenRequest(Writable: false, OptionValues.None)).Driver.GuestLength;
}
