using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using FormatKit.Disks.Storage.Locking;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

internal static partial class HostFile
{
    private const int SharingViolation = unchecked((int)0x80070020); // Windows
    private const int BsdWouldBlock = 35; // EWOULDBLOCK on macOS and the BSDs

    /// <summary>rw-rw-rw-, cut by the process's umask like any new file.</summary>
    internal const UnixFileMode DefaultMode = (UnixFileMode)0b110_110_110;

    /// <summary>rw-------, until the new file has the permissions of the one it replaces.</summary>
    internal const UnixFileMode PrivateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal static OpenedFile Open(string path, FileOpenOptions options, HostFileKind expected)
    {
        CheckPath(path);
        Expect(path, KindOf(path), expected);
        if (!IsLinux)
        {
            if (expected == HostFileKind.BlockDevice)
            {
                throw new IOException($"{path}: block devices are opened on 64-bit Linux only.");
            }

            return OpenManaged(path, FileMode.Open, options);
        }

        // Looked at again through the handle: the name may have come to mean something else in between.
        var claim = expected == HostFileKind.BlockDevice && options == FileOpenOptions.ForWriting;
        var handle = LinuxFile.Open(path, options.Writable, claim ? LinuxFile.MustBeUnused : 0, mode: 0);
        try
        {
            Expect(path, LinuxFile.Status(handle)?.Kind ?? expected, expected);
        }
        catch
        {
            handle.Dispose();
            throw;
        }

        return Locked(handle, path, options.Sharing);
    }

    internal static OpenedFile Create(string path, FileOpenOptions options, UnixFileMode mode)
    {
        CheckPath(path);
        return IsLinux
            ? Locked(LinuxFile.Open(path, options.Writable, LinuxFile.MustNotExist, (uint)mode), path, options.Sharing)
            : CreateManaged(path, options);
    }

    /// <summary>Closes a handle and ends its locks.</summary>
    internal static void Close(SafeFileHandle handle)
    {
        if (IsLinux && !handle.IsClosed)
        {
            LinuxImageLocks.Release(handle);
        }

        handle.Dispose();
    }

    /// <summary>What a path leads to, links followed.</summary>
    internal static HostFileKind KindOf(string path)
    {
        if (IsLinux && LinuxFile.Status(path) is { } status)
        {
            return status.Kind;
        }

        // Without a status, devices are known by where their names are.
        var full = Path.GetFullPath(path);
        return full.StartsWith(OperatingSystem.IsWindows() ? @"\\.\" : "/dev/", StringComparison.Ordinal)
            ? HostFileKind.BlockDevice
            : Directory.Exists(path) ? HostFileKind.Folder
            : File.Exists(path) ? HostFileKind.Regular
            : HostFileKind.Missing;
    }

    /// <summary>Gives a file the permissions of another, and its owner too if we may.</summary>
    internal static void CopyPermissions(string from, SafeFileHandle to)
    {
        if (IsLinux && LinuxFile.Status(from) is { } status)
        {
            LinuxFile.TryChangeOwner(to, status);
        }

        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Permissions = (UnixFileMode)0b111_111_111;
            File.SetUnixFileMode(to, File.GetUnixFileMode(from) & Permissions);
        }
    }

    private static OpenedFile CreateManaged(string path, FileOpenOptions options)
    {
        var file = OpenManaged(path, FileMode.CreateNew, options);
        if (OperatingSystem.IsWindows())
        {
            WindowsFile.TrySetSparse(file.Handle);
        }

        return file;
    }

    [SupportedOSPlatform("linux")]
    private static OpenedFile Locked(SafeFileHandle handle, string path, StoreSharing sharing)
    {
        try
        {
            return new OpenedFile(handle, LinuxImageLocks.Take(handle, path, sharing));
        }
        catch
        {
            Close(handle);
            throw;
        }
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
    private static OpenedFile OpenManaged(string path, FileMode mode, FileOpenOptions options)
    {
        var share = options.Sharing switch
        {
            StoreSharing.Exclusive => FileShare.None,
            StoreSharing.Shared => FileShare.Read | FileShare.Delete,
            _ => FileShare.ReadWrite | FileShare.Delete,
        };

        try
        {
            var access = options.Writable ? FileAccess.ReadWrite : FileAccess.Read;
            return new OpenedFile(File.OpenHandle(path, mode, access, share), options.Sharing != StoreSharing.Unlocked);
        }
        catch (IOException e) when (e.HResult is SharingViolation or BsdWouldBlock)
        {
            throw new ImageLockedException(path, options.Sharing, []);
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw StoreErrors.From(path, "cannot open", e);
        }
    }

    /// <summary>The system would see a path only up to its first NUL, and open something else.</summary>
    internal static void CheckPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            throw new ArgumentException("A file has a name that is not empty.", nameof(path));
        }

        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A path has no NUL characters.", nameof(path));
        }
    }

    /// <summary>The error the last call of the system left, without a name: the store adds its own.</summary>
    internal static IOException LastError() => Error(Marshal.GetLastPInvokeError());

    internal static IOException Error(int error) => new(Marshal.GetPInvokeErrorMessage(error), error);
}
