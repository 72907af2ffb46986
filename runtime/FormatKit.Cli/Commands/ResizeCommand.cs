using System.CommandLine;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>Another length for a disk.</summary>
internal sealed class ResizeCommand : ToolCommand
{
    private const int SectorSize = 512;

    private readonly Argument<string> _image = Choices.File("IMAGE", "The image to make larger or smaller");
    private readonly Argument<string> _size = new("SIZE")
    {
        Description = "The guest's size, such as 10G; with + or - before it that much more or less",
    };

    private readonly Option<string?> _format = Choices.Format("The format of IMAGE; raw must be said");
    private readonly Option<bool> _allowDataLoss = new("--allow-data-loss", "--shrink")
    {
        Description = "Make it smaller also where its end is not all zeros",
    };

    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<bool> _quiet = Choices.Quiet();

    public ResizeCommand(ToolHost host)
        : base(
            host, "resize", "Make a disk larger, or smaller where its end is zeros.",
            "resize [-f FORMAT] [--allow-data-loss] [--allow-dir DIR]… [-q] IMAGE [+|-]SIZE")
    {
        Arguments.Add(_image);
        Arguments.Add(_size);
        foreach (var option in (ReadOnlySpan<Option>)[_format, _allowDataLoss, _allowDir, _quiet])
        {
            Options.Add(option);
        }
    }

    protected override int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_image);
        var asked = Choices.FormatOf(parsed.GetValue(_format));
        using var store = HostStore.Open(path, FileOpenOptions.ForWriting);
        var format = asked ?? ImageFormats.Probe(path, store);
        Choices.RefuseUntold(path, "-f", asked, format);
        var before = format.Open(store, new OpenRequest(Writable: false, OptionValues.None)).Driver.GuestLength;
        var length = LengthOf(parsed.GetRequiredValue(_size), before);
        ResizeOperation.Run(
            store,
            new ImageOpenOptions { Format = format, Gate = Choices.GateOf(parsed.GetValue(_allowDir)) },
            length, parsed.GetValue(_allowDataLoss), Host.Cancellation);
        if (!parsed.GetValue(_quiet))
        {
            Host.Say($"resized {path} from {before} to {length} bytes");
        }

        return ExitCode.Success;
    }

    private static long LengthOf(string text, long before)
    {
        var sign = text.Length > 0 ? text[0] : ' ';
        var size = Choices.SizeOf("SIZE", sign is '+' or '-' ? text[1..] : text);
        if (size > long.MaxValue - before - SectorSize)
        {
            throw new UsageException($"SIZE '{text}' is too large.");
        }

        var length = sign switch { '+' => before + size, '-' => before - size, _ => size };
        return length >= 0
            ? (length + SectorSize - 1) / SectorSize * SectorSize
            : throw new UsageException($"SIZE '{text}' is more than the {before} bytes that the disk has.");
    }
}
