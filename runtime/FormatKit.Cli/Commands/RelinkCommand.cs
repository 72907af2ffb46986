using System.CommandLine;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>Where a differencing image's parent is now.</summary>
internal sealed class RelinkCommand : ToolCommand
{
    private readonly Argument<string> _child = Choices.File("CHILD", "The image whose parent was moved or renamed");
    private readonly Option<string?> _format = Choices.Format("The format of CHILD");
    private readonly Option<string?> _backing =
        Choices.Backing("Where the parent is now; by itself where CHILD still finds it");

    private readonly Option<string?> _backingFormat = Choices.BackingFormat();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _force = new("--force")
    {
        Description = "Take PARENT also if it is not the one that CHILD was made on: what CHILD shows is then another",
    };

    public RelinkCommand(ToolHost host)
        : base(
            host, "relink", "Tell an image where its parent is now.",
            "relink [-f FORMAT] [-b PARENT [-F FORMAT]] [--force] [--allow-dir DIR]… [-q] CHILD")
    {
        Arguments.Add(_child);
        foreach (var option in (ReadOnlySpan<Option>)[_format, _backing, _backingFormat, _force, _allowDir, _quiet])
        {
            Options.Add(option);
        }
    }

    protected override int Run(ParseResult parsed)
    {
        var child = parsed.GetRequiredValue(_child);
        var format = Choices.FormatOf(parsed.GetValue(_format));
        var gate = Choices.GateOf(parsed.GetValue(_allowDir));
        var isQuiet = parsed.GetValue(_quiet);
        var (path, parentFormat) = parsed.GetValue(_backing) is { } named
            ? (named, parsed.GetValue(_backingFormat))
            : ParentOf(child, format, gate);
        using var parent = Choices.OpenParent(Host, path, "-F", parentFormat, gate, isQuiet);
        ParentPath.RefuseLoop(child, parent);
        using var store = HostStore.Open(child, FileOpenOptions.ForWriting);
        RelinkOperation.Run(
            store, format ?? ImageFormats.Probe(child, store), ParentPath.Of(child, parent), parsed.GetValue(_force));
        if (!isQuiet)
        {
            Host.Say($"the parent of {child} is {path}");
        }

        return ExitCode.Success;
    }

    private static (string Path, string Format) ParentOf(string child, ImageFormat? format, OpenGate gate)
    {
        using var image = DiskImage.Open(child, new ImageOpenOptions { Format = format, Gate = gate });
        return image.Backing is { } parent
            ? (parent.Name, parent.Format.Name)
            : throw new UsageException($"{child}: it has no parent whose place could be changed.");
    }
}
