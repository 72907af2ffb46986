using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

internal static partial class HostFile
{
    /// <summary>rw-rw-rw-, cut by the process's umask like any new file.</summary>
    internal const UnixFileMode DefaultMode = (UnixFileMode)0b110_110_110;

    internal static SafeFileHandle Open(string path, FileOpenOptions options, HostFileKind expected)
    {
        CheckPath(path);
        Expect(path, KindOf(path), expected);
        if (!IsLinux)
        {
            return OpenManaged(path, FileMode.Open, options);
        }

        // Looked at again through the handle: the name may have come to mean something else in between.
        var handle = LinuxFile.Open(path, options.Writable, LinuxFile.MustExist, mode: 0);
        try
        {
            Expect(path, LinuxFile.Status(handle)?.Kind ?? expected, expected);
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    internal static SafeFileHandle Create(string path, FileOpenOptions options, UnixFileMode mode)
    {
        CheckPath(path);
        return IsLinux
            ? LinuxFile.Open(path, options.Writable, LinuxFile.MustNotExist, (uint)mode)
            : OpenManaged(path, FileMode.CreateNew, options);
    }

    /// <summary>What a path leads to, links followed.</summary>
    internal static HostFileKind KindOf(string path)
    {
        if (IsLinux && LinuxFile.Status(path) is { } status)
        {
            return status.Kind;
        }

        return Directory.Exists(path) ? HostFileKind.Folder
            : File.Exists(path) ? HostFileKind.Regular
            : HostFileKind.Missing;
    }

    private static void Expect(string path, HostFileKind found, HostFileKind expected)
    {
        if (found == expected)
        {
            return;
        }

        throw found == HostFileKind.Missing
            ? new FileNotFoundException($"{path}: no such file.", path)
            : new IOException($"{path}: this is {Named(found)}, not {Named(expected)}.");
    }

    private static string Named(HostFileKind kind) => kind switch
    {
        HostFileKind.Regular => "a regular file",
        HostFileKind.BlockDevice => "a block device",
        HostFileKind.CharacterDevice => "a character device",
        HostFileKind.Folder => "a directory",
        HostFileKind.Fifo => "a named pipe",
        HostFileKind.Socket => "a socket",
        _ => "of an unknown kind",
    };

    /// <summary>
    /// The systems without qemu's locks: there the sharing mode is the lock. FileShare.Delete lets a file be renamed
    /// over while others read it.
    /// </summary>
    private static SafeFileHandle OpenManaged(string path, FileMode mode, FileOpenOptions options)
    {
        var share = options.Sharing switch
        {
            StoreSharing.Exclusive => FileShare.None,
            StoreSharing.Shared => FileShare.Read | FileShare.Delete,
            _ => FileShare.ReadWrite | FileShare.Delete,
        };

        try
        {
            return File.OpenHandle(path, mode, options.Writable ? FileAccess.ReadWrite : FileAccess.Read, share);
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw StoreErrors.From(path, "cannot open", e);
        }
    }

    /// <summary>The system would see a path only up to its first NUL, and open something else.</summary>
    private static void CheckPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A path has no NUL characters.", nameof(path));
        }
    }

    /// <summary>The error the last call of the system left, without a name: the store adds its own.</summary>
    internal static IOException LastError() => Error(Marshal.GetLastPInvokeError());

    internal static IOException Error(int error) => new(Marshal.GetPInvokeErrorMessage(error), error);
}
