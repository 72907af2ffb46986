using System.CommandLine;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Commands;

/// <summary>A new, empty image.</summary>
internal sealed class CreateCommand : ToolCommand
{
    private const int SectorSize = 512;

    private readonly Argument<string> _file =
        Choices.File(description: "The image to make; a file of this name is replaced");
    private readonly Argument<string> _size = new("SIZE") { Description = "The guest's size, such as 512M, 10G, 1.5T" };
    private readonly Option<string> _format =
        new("-f", "--format") { Description = "Its format", HelpName = "FORMAT", Required = true };

    private readonly Option<string[]> _options = Choices.CreateOptions();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _noSync = Choices.NoSync();

    public CreateCommand(ToolHost host)
        : base(
            host, "create", "Make an empty image.",
            "create -f FORMAT [-o KEY=VALUE]… [-q] [--no-sync] FILE SIZE")
    {
        Arguments.Add(_file);
        Arguments.Add(_size);
        Options.Add(_format);
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
        var length = WholeSectors(Choices.SizeOf("SIZE", parsed.GetRequiredValue(_size)), isQuiet);
        using var target = TargetImage.Create(file, format, length, options, sync: !parsed.GetValue(_noSync));
        target.Commit();
        if (!isQuiet)
        {
            Host.Say($"created {file}, format {format.Name}, {TextForm.Size((ulong)length)} ({length} bytes)");
        }

        return ExitCode.Success;
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
