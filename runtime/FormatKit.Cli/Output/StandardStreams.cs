using Microsoft.Win32.SafeHandles;

namespace FormatKit.Cli.Output;

/// <summary>The process's own streams.</summary>
internal static class StandardStreams
{
    private const string InputAsPath = "/dev/stdin";

    /// <summary>
    /// Standard output. .NET's stream for it drops what is written into a pipe that nobody reads any more, and says
    /// nothing: a disk of terabytes would be read for no one. A file stream reports it, but keeps a position of its
    /// own in files, where a later command of the same shell would overwrite what we wrote. So each has its case.
    /// </summary>
    public static Stream OpenOutput()
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
                if (!stream.CanSeek)
                {
                    return stream;
                }
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // Standard output is closed or strange; what is written then says so itself.
            }
        }

        return Console.OpenStandardOutput();
    }

    /// <summary>
    /// Standard input. Where the caller closed it, the runtime's own pipe has taken its number, and reading that would
    /// wait for ever.
    /// </summary>
    /// <exception cref="IOException">Standard input is closed.</exception>
    public static Stream OpenInput() => IsOwnPipe()
        ? throw new IOException("standard input is closed; there is nothing to read.")
        : Console.OpenStandardInput();

    /// <summary>Whether descriptor 0 reads a pipe into which this process itself writes.</summary>
    private static bool IsOwnPipe()
    {
        const string Descriptors = "/proc/self/fd";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Descriptors)
            || new FileInfo($"{Descriptors}/0").LinkTarget is not { } input
            || !input.StartsWith("pipe:", StringComparison.Ordinal))
        {
            return false;
        }

        return Directory.EnumerateFileSystemEntries(Descriptors).Any(descriptor =>
            new FileInfo(descriptor).LinkTarget == input && IsForWriting(Path.GetFileName(descriptor)));
    }

    /// <summary>Whether a descriptor was opened for writing only: the last digit of its octal flags.</summary>
    private static bool IsForWriting(string descriptor)
    {
        try
        {
            return File.ReadLines($"/proc/self/fdinfo/{descriptor}")
                .Any(static line => line.StartsWith("flags:", StringComparison.Ordinal) && (line[^1] - '0' & 3) == 1);
        }
        catch (IOException)
        {
            return false; // closed meanwhile
        }
    }

    /// <summary>A path for standard input, when it is a file of which nothing was read yet.</summary>
    public static string? InputPath()
    {
        if (!OperatingSystem.IsLinux() || !Console.IsInputRedirected)
        {
            return null;
        }

        try
        {
            using var handle = new SafeFileHandle(0, ownsHandle: false);
            using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            return stream.CanSeek && stream.Position == 0 && stream.Length > 0 ? InputAsPath : null;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
