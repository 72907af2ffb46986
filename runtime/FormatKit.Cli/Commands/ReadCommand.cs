using System.CommandLine;
using FormatKit.Cli.Output;

namespace FormatKit.Cli.Commands;

/// <summary>Guest bytes to standard output.</summary>
internal sealed class ReadCommand : ImageCommand
{
    private readonly Option<string?> _offset = new("--offset") { Description = "The first guest byte; by itself 0" };
    private readonly Option<string?> _length = new("--length")
    {
        Description = "How many guest bytes; by itself all to the end",
    };

    public ReadCommand(ToolHost host)
        : base(
            host, "read", "Write guest bytes to standard output.",
            "read [-f FORMAT] [-U] [--open KEY=VALUE]… FILE --offset N --length N")
    {
        Options.Add(_offset);
        Options.Add(_length);
    }

    protected override int Run(ParseResult parsed)
    {
        var offset = parsed.GetValue(_offset) is { } from ? Choices.SizeOf("--offset", from) : 0;
        var wanted = parsed.GetValue(_length) is { } given ? Choices.SizeOf("--length", given) : (long?)null;
        using var image = OpenImage(parsed);
        var length = wanted ?? Math.Max(0, image.Length - offset);
        if (offset > image.Length || length > image.Length - offset)
        {
            throw new UsageException(
                $"{image.Name}: {length} bytes at byte {offset} end behind the disk's {image.Length} bytes.");
        }

        GuestCopy.ToStream(image, offset, length, Host.Output, Host.Cancellation);
        return ExitCode.Success;
    }
}
