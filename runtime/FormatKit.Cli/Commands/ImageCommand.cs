using System.CommandLine;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Cli.Commands;

/// <summary>A command about one image that is there already.</summary>
internal abstract class ImageCommand : ToolCommand
{
    private readonly Argument<string> _file = Choices.File();
    private readonly Option<string?> _format = Choices.Format();
    private readonly Option<bool> _forceShare = Choices.ForceShare();
    private readonly Option<string[]> _open = Choices.OpenOptions();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();

    protected ImageCommand(ToolHost host, string name, string description, string usage)
        : base(host, name, description, usage)
    {
        Arguments.Add(_file);
        Options.Add(_format);
        if (Opens)
        {
            Options.Add(_open);
            Options.Add(_allowDir);
        }

        if (!Writes)
        {
            Options.Add(_forceShare);
        }
    }

    /// <summary>Whether the command changes the image.</summary>
    protected virtual bool Writes => false;

    /// <summary>Whether the command opens the guest's disk, for which there may be options.</summary>
    protected virtual bool Opens => true;

    protected string FileOf(ParseResult parsed) => parsed.GetRequiredValue(_file);

    protected ImageOpenOptions OpenOptionsOf(ParseResult parsed) => new()
    {
        Writable = Writes,
        Format = Choices.FormatOf(parsed.GetValue(_format)),
        ForceShare = !Writes && parsed.GetValue(_forceShare),
        Options = OptionValues.Parse(Opens ? parsed.GetValue(_open) ?? [] : []),
        Gate = Choices.GateOf(Opens ? parsed.GetValue(_allowDir) : []),
    };

    protected DiskImage OpenImage(ParseResult parsed) =>
        Choices.OpenImage(Host, FileOf(parsed), OpenOptionsOf(parsed));
}
