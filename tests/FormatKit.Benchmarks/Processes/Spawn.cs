using System.Collections;
using System.Runtime.InteropServices;

namespace FormatKit.Benchmarks.Processes;

/// <summary>posix_spawn(3) and wait4(2): <see cref="System.Diagnostics.Process"/> drops what the system says of costs.
/// </summary>
internal sealed partial class Spawn : IDisposable
{
    private const int ActionsSize = 256; // glibc and musl both have less than 100 bytes
    private const int WriteOnly = 1;
    private const int CreateAndTruncate = 0x40 | 0x200;
    private const int Interrupted = 4;

    private readonly nint _actions = Marshal.AllocHGlobal(ActionsSize);

    internal Spawn(string outputFile)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new InvalidOperationException("Tools are compared on Linux only.");
        }

        Check(InitActions(_actions));
        Check(AddOpen(_actions, 0, "/dev/null", 0, 0));
        Check(AddOpen(_actions, 1, outputFile, WriteOnly | CreateAndTruncate, 0x1A4));
        Check(AddDup(_actions, 1, 2));
    }

    /// <summary>Starts a program.</summary>
    /// <returns>Its process id.</returns>
    internal int Start(IReadOnlyList<string> command)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>();
        string?[] environment = [.. variables.Select(variable => $"{variable.Key}={variable.Value}"), null];
        var error = PosixSpawn(out var process, command[0], _actions, 0, [.. command, null], environment);
        return error == 0 ? process : throw new IOException($"{command[0]}: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    /// <summary>Waits for the end of a process.</summary>
    internal static (int Status, ResourceUsage Usage) Wait(int process)
    {
        while (true)
        {
            if (Wait4(process, out var status, 0, out var usage) == process)
            {
                return (status, usage);
            }

            if (Marshal.GetLastPInvokeError() is var error && error != Interrupted)
            {
                throw new IOException($"wait4: {Marshal.GetPInvokeErrorMessage(error)}.");
            }
        }
    }

    public void Dispose()
    {
        _ = DestroyActions(_actions);
        Marshal.FreeHGlobal(_actions);
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDup(nint actions, int descriptor, int copy);

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PosixSpawn(
        out int process, string file, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static partial int Wait4(int process, out int status, int options, out ResourceUsage usage);
}
