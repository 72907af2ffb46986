using System.CommandLine;
using FormatKit.Cli.Output;

namespace FormatKit.Cli.Commands;

/// <summary>Standard input to guest bytes.</summary>
internal sealed class WriteCommand : ImageCommand
{
    private readonly Option<string?> _offset = new("--offset") { Description = "The first guest byte; by itself 0" };

    public WriteCommand(ToolHost host)
        : base(
            host, "write", "Write standard input over guest bytes.",
            "write [-f FORMAT] [--open KEY=VALUE]… FILE --offset N") =>
        Options.Add(_offset);

    protected override bool Writes => true;

    protected override int Run(ParseResult parsed)
    {
        var offset = parsed.GetValue(_offset) is { } from ? Choices.SizeOf("--offset", from) : 0;
        using var image = OpenImage(parsed);
        if (offset > image.Length)
        {
            throw new UsageException($"{image.Name}: byte {offset} is behind the disk's {image.Length} bytes.");
        }

        GuestCopy.FromStream(Host.Input, image, offset, Host.Cancellation);
        return ExitCode.Success;
    }
}
