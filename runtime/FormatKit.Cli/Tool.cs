using System.CommandLine;
using System.CommandLine.Invocation;
using FormatKit.Cli.Commands;

namespace FormatKit.Cli;

/// <summary>From arguments to an exit code.</summary>
internal static class Tool
{
    // '@name' is a file name here, no file of arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static int Run(IReadOnlyList<string> arguments, ToolHost host)
    {
        ToolCommand? command = null;
        try
        {
            if (arguments is ["--version"])
            {
                return ShowVersion(host);
            }

            var parsed = CommandTree.For(arguments, host).Parse(arguments, Parsing);
            command = parsed.CommandResult.Command as ToolCommand;
            if (parsed.Action is ParseErrorAction || (parsed.Errors.Count > 0 && parsed.Action == command?.Action))
            {
                return WrongUsage(parsed, command, host);
            }

            var code = parsed.Invoke(new InvocationConfiguration
            {
                Output = host.Text,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            host.Flush();
            return code;
        }
        catch (Exception e)
        {
            return Failures.Report(e, command, host);
        }
    }

    private static int ShowVersion(ToolHost host)
    {
        host.Text.WriteLine($"fkit version {typeof(Tool).Assembly.GetName().Version?.ToString(3)}");
        host.Flush();
        return ExitCode.Success;
    }

    private static int WrongUsage(ParseResult parsed, ToolCommand? command, ToolHost host)
    {
        host.Say(command is null && parsed.UnmatchedTokens is [var unknown, ..]
            ? $"there is no command '{unknown}'."
            : parsed.Errors[0].Message);
        host.Error.WriteLine("usage: " + (command?.Usage ?? CommandTree.Usage));
        return ExitCode.Usage;
    }
}
