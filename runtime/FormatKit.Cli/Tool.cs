using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
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
            if (UnknownOption(parsed, arguments) is { } unknown)
            {
                return WrongUsage(
                    $"there is no option '{unknown}'; a file of this name is './{unknown}'.", command, host);
            }

            if (parsed.Action is ParseErrorAction || (parsed.Errors.Count > 0 && parsed.Action == command?.Action))
            {
                return WrongUsage(SentenceOf(parsed, command), command, host);
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

    /// <summary>An option that the command does not have would be taken for a file's name, and the file be
    /// made.</summary>
    private static string? UnknownOption(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var plain = arguments.TakeWhile(argument => argument != "--").ToHashSet(StringComparer.Ordinal);
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .Where(result => result.Argument.ValueType == typeof(string))
            .SelectMany(result => result.Tokens)
            .Select(token => token.Value)
            .FirstOrDefault(value => LooksLikeOption(value) && plain.Contains(value));
    }

    /// <summary>A dash alone is a standard stream; before a digit it begins a number, refused for what it is.</summary>
    private static bool LooksLikeOption(string value) =>
        value.Length > 1 && value[0] == '-' && !char.IsAsciiDigit(value[1]);

    private static string SentenceOf(ParseResult parsed, ToolCommand? command) =>
        command is null && parsed.UnmatchedTokens is [var unknown, ..]
            ? $"there is no command '{unknown}'."
            : parsed.Errors[0].Message;

    private static int WrongUsage(string sentence, ToolCommand? command, ToolHost host)
    {
        host.Say(sentence);
        host.Error.WriteLine("usage: " + (command?.Usage ?? CommandTree.Usage));
        return ExitCode.Usage;
    }
}
