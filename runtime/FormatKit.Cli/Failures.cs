using FormatKit.Cli.Commands;
using FormatKit.Cli.Output;
using FormatKit.Disks;

namespace FormatKit.Cli;

/// <summary>From an exception to one sentence and an exit code. A stack trace is shown to whoever sets
/// FKIT_TRACE.</summary>
internal static class Failures
{
    public static int Report(Exception exception, ToolCommand? command, ToolHost host)
    {
        var cause = exception is AggregateException { InnerExceptions: [var first, ..] } ? first : exception;
        if (cause is OutputClosedException)
        {
            return ExitCode.OutputClosed;
        }

        if (cause is OperationCanceledException && host.Cancellation.IsCancellationRequested)
        {
            return host.StoppedCode();
        }

        host.Say(Sentence(cause));
        if (Environment.GetEnvironmentVariable("FKIT_TRACE") is { Length: > 0 })
        {
            host.Error.WriteLine(cause.ToString());
        }

        return command?.CodeFor(cause) ?? ExitCode.Failure;
    }

    private static string Sentence(Exception cause) => cause switch
    {
        ImageException or IOException or UnauthorizedAccessException => cause.Message,
        UsageException => cause.Message,
        ArgumentException argument when argument.GetType() == typeof(ArgumentException) => WithoutParameter(argument),
        OutOfMemoryException => "there is not enough memory.",
        NotSupportedException => cause.Message,
        _ => $"internal error: {cause.GetType().Name}: {cause.Message.TrimEnd('.')}; please report this.",
    };

    /// <summary>The name of a parameter means nothing to users.</summary>
    private static string WithoutParameter(ArgumentException argument)
    {
        var suffix = argument.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return suffix < 0 ? argument.Message : argument.Message[..suffix];
    }
}
