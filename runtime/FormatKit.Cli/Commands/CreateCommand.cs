using System.CommandLine;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Commands;

/// <summary>A new image: empty, or the child of another one.</summary>
internal sealed class CreateCommand : ToolCommand
{
    private const int SectorSize = 512;

    private readonly Argument<string> _file =
        Choices.File(description: "The image to make; a file of this name is replaced");
    private readonly Argument<string?> _size = new("SIZE")
    {
        Description = "The guest's size, such as 512M, 10G, 1.5T; with -b by itself that of the parent",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _format =
        new("-f", "--format") { Description = "Its format", HelpName = "FORMAT", Required = true };

    private readonly Option<string?> _backing = Choices.Backing();
    private readonly Option<string?> _backingFormat = Choices.BackingFormat();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<string[]> _options = Choices.CreateOptions();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _noSync = Choices.NoSync();

    public CreateCommand(ToolHost host)
        : base(
            host, "create", "Make an empty image, or one on a parent.",
            "create -f FORMAT [-b PARENT [-F FORMAT]] [--allow-dir DIR]… [-o KEY=VALUE]… [-q] [--no-sync] "
            + "FILE [SIZE]")
    {
        Arguments.Add(_file);
        Arguments.Add(_size);
        Options.Add(_format);
        Options.Add(_backing);
        Options.Add(_backingFormat);
        Options.Add(_allowDir);
        Options.Add(_options);
        Options.Add(_quiet);
        Options.Add(_noSync);
    }

    protected override int Run(ParseResult parsed)
    {
        var file = parsed.GetRequiredValue(_file);
        var format = Choices.RequiredFormat(parsed.GetRequiredValue(_format));
        var options = OptionValues.Parse(parsed.GetValue(_options) ?? []);
        var isQuiet = parsed.GetValue(_quiet);
        long? length = parsed.GetValue(_size) is { } size ? WholeSectors(Choices.SizeOf("SIZE", size), isQuiet) : null;
        if (parsed.GetValue(_backing) is { } parent)
        {
            var gate = Choices.GateOf(parsed.GetValue(_allowDir));
            using var image = Choices.OpenParent(
                Host, parent, "-F", parsed.GetValue(_backingFormat), gate, isQuiet);
            SnapshotOperation.Run(image, file, new SnapshotOptions
            {
                Format = format, Length = length, Values = options, Sync = !parsed.GetValue(_noSync),
            });
            Done(file, format, length ?? image.Length, isQuiet);
            return ExitCode.Success;
        }

        var wanted = length ?? throw new UsageException("SIZE is missing: without a parent an image has none.");
        using var target = TargetImage.Create(file, format, wanted, options, sync: !parsed.GetValue(_noSync));
        var made = target.Image.Length;
        target.Commit();
        if (!isQuiet)
        {
            Choices.WarnOfLength(Host, wanted, made);
        }

        Done(file, format, made, isQuiet);
        return ExitCode.Success;
    }

    private void Done(string file, ImageFormat format, long length, bool isQuiet)
    {
        if (!isQuiet)
        {
            Host.Say($"created {file}, format {format.Name}, {TextForm.Size((ulong)length)} ({length} bytes)");
        }
    }

    private long WholeSectors(long size, bool isQuiet)
    {
        if (size > long.MaxValue - SectorSize)
        {
            throw new UsageException($"SIZE '{size}' is too large.");
        }

        var length = (size + SectorSize - 1) / SectorSize * SectorSize;
        if (length != size && !isQuiet)
        {
            Host.Say($"warning: {size} bytes are no multiple of {SectorSize}: the disk gets {length} bytes.");
        }

        return length;
    }
}
