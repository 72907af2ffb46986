using System.Runtime.InteropServices;

namespace FormatKit.Cli;

/// <summary>Ctrl-C and its like: the first asks for an orderly end, a second one ends the process. A file that may grow
/// no further (<c>ulimit -f</c>) is an error of the write, not the end of the process.</summary>
internal sealed class Stopping : IDisposable
{
    private const PosixSignal FileSizeExceeded = (PosixSignal)25; // SIGXFSZ, the same on Linux and macOS

    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration[] _signals;

    public Stopping() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated)),
        .. OperatingSystem.IsWindows()
            ? (PosixSignalRegistration[])[]
            : [PosixSignalRegistration.Create(FileSizeExceeded, context => context.Cancel = true)],
    ];

    public CancellationToken Token => _cancellation.Token;

    /// <summary>The exit code for the signal that came.</summary>
    public int Code { get; private set; } = ExitCode.Interrupted;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _cancellation.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        if (!_cancellation.IsCancellationRequested)
        {
            context.Cancel = true;
            Code = code;
            _cancellation.Cancel();
        }
    }
}
