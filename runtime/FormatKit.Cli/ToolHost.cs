using System.Text;
using FormatKit.Cli.Output;

namespace FormatKit.Cli;

/// <summary>What the tool has around it: a process's streams, or a test's.</summary>
internal sealed class ToolHost : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Func<Stream> _openInput;
    private readonly Func<Stream> _openOutput;
    private Stream? _input;
    private PayloadStream? _output;
    private StreamWriter? _text;

    public ToolHost(Func<Stream> openInput, Func<Stream> openOutput, TextWriter error, CancellationToken cancellation)
    {
        _openInput = openInput;
        _openOutput = openOutput;
        Error = error;
        Cancellation = cancellation;
    }

    /// <summary>For everything that is no payload.</summary>
    public TextWriter Error { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Whether people look at the payload.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether people look at what is said beside it.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>The exit code when <see cref="Cancellation"/> stopped the tool.</summary>
    public Func<int> StoppedCode { get; init; } = () => ExitCode.Interrupted;

    /// <summary>The path that stands for standard input when it is a file from its beginning; null for a
    /// pipe.</summary>
    public Func<string?> InputPath { get; init; } = () => null;

    /// <summary>Payload in bytes comes from here.</summary>
    public Stream Input => _input ??= _openInput();

    /// <summary>Payload in bytes goes here.</summary>
    public PayloadStream Output => _output ??= new PayloadStream(_openOutput(), Cancellation);

    /// <summary>Payload in words goes here.</summary>
    public TextWriter Text => _text ??= new StreamWriter(Output, Utf8, 16 << 10) { NewLine = "\n" };

    public static ToolHost OfProcess(Stopping stopping) =>
        new(
            StandardStreams.OpenInput, StandardStreams.OpenOutput,
            new StreamWriter(Console.OpenStandardError(), Utf8, 256) { AutoFlush = true, NewLine = "\n" },
            stopping.Token)
        {
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            StoppedCode = () => stopping.Code,
            InputPath = StandardStreams.InputPath,
        };

    /// <summary>Says something beside the payload, on a line of its own.</summary>
    public void Say(string message) => Error.WriteLine("fkit: " + OneLine.Of(message));

    /// <summary>Writes out what is still in memory; fails when it cannot be written.</summary>
    public void Flush()
    {
        _text?.Flush();
        _output?.Flush();
    }

    public void Dispose() => Error.Flush();
}
