using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using FormatKit.Disks.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Locking;

/// <summary>
/// The locks of qemu's tools on Linux, from what block/file-posix.c documents and does. They are open file description
/// locks on single bytes of the image, of which only read locks are ever held: byte 100 + n says that the holder uses
/// permission n, byte 200 + n that it denies permission n to others. Whoever comes adds its own and then looks whether
/// a write lock could be had on the bytes that must be free: denials of what it uses, uses of what it denies.
/// </summary>
/// <remarks>The locks are bound to the handle and end with it at the latest, also when the process is killed.</remarks>
[SupportedOSPlatform("linux")]
internal static partial class LinuxImageLocks
{
    private const int GetLock = 36; // F_OFD_GETLK
    private const int SetLock = 37; // F_OFD_SETLK
    private const short ReadLock = 0;
    private const short WriteLock = 1;
    private const short NoLock = 2;   // F_UNLCK
    private const long UsedBase = 100;
    private const long DeniedBase = 200;

    /// <summary>Takes the lock for as long as the handle is open.</summary>
    /// <returns>Whether it is held; <see langword="false"/> when the file system has no locks.</returns>
    /// <exception cref="ImageLockedException">Another holder is in the way.</exception>
    internal static bool Take(SafeFileHandle handle, string path, StoreSharing sharing)
    {
        if (ImageLock.For(sharing) is not { } wanted)
        {
            return false;
        }

        // Both sets are placed before either is looked at: of two that come at once, none can overlook the other.
        foreach (var at in BytesOf(wanted.Used, UsedBase).Concat(BytesOf(wanted.Denied, DeniedBase)))
        {
            if (!Place(handle, path, at, sharing))
            {
                return false;
            }
        }

        foreach (var at in BytesOf(wanted.Used, DeniedBase).Concat(BytesOf(wanted.Denied, UsedBase)))
        {
            if (IsTaken(handle, at))
            {
                throw Locked(handle, path, sharing);
            }
        }

        return true;
    }

    /// <summary>
    /// Ends the locks before the handle is closed. A child process that is just being started holds a copy of the
    /// handle until it runs its own program, and with it the locks.
    /// </summary>
    internal static void Release(SafeFileHandle handle)
    {
        var all = new LockRange { Type = NoLock };
        _ = Control(handle, SetLock, ref all);
    }

    private static IEnumerable<long> BytesOf(LockPermissions permissions, long first)
    {
        for (var i = 0; 1 << i <= (int)LockPermissions.Resize; i++)
        {
            if (((int)permissions & (1 << i)) != 0)
            {
                yield return first + i;
            }
        }
    }

    private static bool Place(SafeFileHandle handle, string path, long at, StoreSharing sharing)
    {
        var range = new LockRange { Type = ReadLock, Start = at, Length = 1 };
        while (Control(handle, SetLock, ref range) < 0)
        {
            switch (Marshal.GetLastPInvokeError())
            {
                case LinuxError.Interrupted:
                    continue;
                case LinuxError.Again or LinuxError.Access:
                    throw Locked(handle, path, sharing);
                default:
                    // ENOLCK, EOPNOTSUPP, EINVAL and what else file systems without locks say.
                    return false;
            }
        }

        return true;
    }

    private static bool IsTaken(SafeFileHandle handle, long at)
    {
        var range = new LockRange { Type = WriteLock, Start = at, Length = 1 };
        return Control(handle, GetLock, ref range) == 0 && range.Type != NoLock;
    }

    private static ImageLockedException Locked(SafeFileHandle handle, string path, StoreSharing sharing) =>
        new(path, sharing, LinuxLockHolders.Of(handle));

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(SafeFileHandle handle, int command, ref LockRange range);

    /// <summary><c>struct flock</c> of 64-bit systems. The last field must be 0 for these locks.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct LockRange
    {
        internal short Type;
        internal short Whence;
        internal long Start;
        internal long Length;
        internal int Process;
    }
}
