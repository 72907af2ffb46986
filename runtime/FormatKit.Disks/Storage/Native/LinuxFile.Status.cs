using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

/// <content>statx(2), whose structure is the same on every architecture; that of fstat(2) is not.</content>
internal static partial class LinuxFile
{
    private const int CurrentFolder = -100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7ff;

    /// <returns><see langword="null"/> where the C library or the kernel has no statx.</returns>
    internal static LinuxStatus? Status(SafeFileHandle handle)
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            return Status((int)handle.DangerousGetHandle(), "", EmptyPath);
        }
        finally
        {
            if (added)
            {
                handle.DangerousRelease();
            }
        }
    }

    /// <inheritdoc cref="Status(SafeFileHandle)"/>
    /// <exception cref="IOException">The path cannot be followed; the message begins with it.</exception>
    internal static LinuxStatus? Status(string path) => Status(CurrentFolder, path, flags: 0);

    /// <summary>Gives a file the owner and group that the status says, as far as the process may.</summary>
    internal static void TryChangeOwner(SafeFileHandle handle, LinuxStatus status)
    {
        if (ChangeOwner(handle, status.User, status.Group) != 0)
        {
            _ = ChangeOwner(handle, uint.MaxValue, status.Group);
        }
    }

    private static LinuxStatus? Status(int folder, string path, int flags)
    {
        try
        {
            if (StatX(folder, path, flags, BasicStats, out var status) == 0)
            {
                return status;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        // Sandboxes that do not know statx answer EPERM, which for looking at a file means nothing else.
        return Marshal.GetLastPInvokeError() switch
        {
            LinuxError.NoEntry or LinuxError.NotDirectory => default(LinuxStatus),
            LinuxError.NotImplemented or LinuxError.NotPermitted => null,
            var error when flags == EmptyPath => throw HostFile.Error(error),
            var error => throw OpenError(path, error),
        };
    }

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    private static partial int ChangeOwner(SafeFileHandle handle, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out LinuxStatus status);
}
