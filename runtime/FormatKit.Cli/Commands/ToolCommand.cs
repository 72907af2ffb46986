using System.CommandLine;

namespace FormatKit.Cli.Commands;

/// <summary>A command of the tool.</summary>
internal abstract class ToolCommand : Command
{
    protected ToolCommand(ToolHost host, string name, string description, string usage)
        : base(name, description)
    {
        Host = host;
        Usage = "fkit " + usage;
        SetAction(Run);
    }

    /// <summary>The command in one line, as wrong usage shows it.</summary>
    public string Usage { get; }

    protected ToolHost Host { get; }

    /// <summary>The exit code for a failure.</summary>
    public virtual int CodeFor(Exception failure) => ExitCode.Failure;

    protected abstract int Run(ParseResult parsed);
}
