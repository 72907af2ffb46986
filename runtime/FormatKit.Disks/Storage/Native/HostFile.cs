using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

/// <summary>
/// What .NET does not offer about files, on the systems that have it. Answers of <see langword="false"/> and
/// <see langword="null"/> mean that this system or file system cannot, and the caller does it by hand; what it can but
/// refuses is an <see cref="IOException"/>. Linux is the system everything here is run on; what
/// stands here for Windows is not, and macOS and the BSDs get by with what .NET has.
/// </summary>
internal static partial class HostFile
{
    /// <summary>The structures in <see cref="LinuxFile"/> are those of 64-bit processes.</summary>
    [SupportedOSPlatformGuard("linux")]
    private static bool IsLinux => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Makes what was written, and the length needed to read it, durable.</summary>
    internal static void Flush(SafeFileHandle handle)
    {
        if (IsLinux)
        {
            LinuxFile.SyncData(handle);
        }
        else
        {
            // FlushFileBuffers; on macOS F_FULLFSYNC, which fsync alone is not.
            RandomAccess.FlushToDisk(handle);
        }
    }

    /// <summary>Begins to write out what was written, where the system can be asked to.</summary>
    internal static void BeginFlush(SafeFileHandle handle)
    {
        if (IsLinux)
        {
            LinuxFile.BeginFlush(handle);
        }
    }

    /// <summary>Lets two files change names in one step.</summary>
    internal static bool TryExchange(string one, string other) => IsLinux && LinuxFile.TryExchange(one, other);

    /// <summary>Makes a name created or renamed in a folder durable. Windows offers no such thing.</summary>
    internal static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            UnixFolder.Sync(folder);
        }
    }

    /// <summary>Bytes of storage the file occupies.</summary>
    internal static long? AllocatedBytes(SafeFileHandle handle) =>
        IsLinux ? LinuxFile.Status(handle)?.AllocatedBytes
        : OperatingSystem.IsWindows() ? WindowsFile.AllocatedBytes(handle)
        : null;

    /// <summary>Makes a range inside the file read as zeros and keeps it reserved.</summary>
    internal static bool TryZero(SafeFileHandle handle, long offset, long length) =>
        IsLinux
            ? LinuxFile.TryZeroRange(handle, offset, length)
                || LinuxFile.TryPunchHole(handle, offset, length) && LinuxFile.Reserve(handle, offset, length)
            : OperatingSystem.IsWindows() && WindowsFile.TryZero(handle, offset, length);

    /// <summary>Makes a range inside the file read as zeros and gives its storage back.</summary>
    internal static bool TryPunch(SafeFileHandle handle, long offset, long length) =>
        IsLinux
            ? LinuxFile.TryPunchHole(handle, offset, length)
            : OperatingSystem.IsWindows() && WindowsFile.TryZero(handle, offset, length);

    /// <summary>The run at an offset inside the file, cut to <paramref name="limit"/> bytes.</summary>
    internal static StoreRun? TryRunAt(SafeFileHandle handle, long offset, long limit) =>
        IsLinux ? LinuxFile.RunAt(handle, offset, limit)
        : OperatingSystem.IsWindows() ? WindowsFile.RunAt(handle, offset, limit)
        : null;

    /// <summary>Copies bytes from file to file inside the system; 0 when it cannot, or at the end.</summary>
    internal static long TryCopyRange(
        SafeFileHandle from, long fromOffset, SafeFileHandle to, long toOffset, long length) =>
        IsLinux ? LinuxFile.TryCopyRange(from, fromOffset, to, toOffset, length) : 0;

    /// <summary>Bytes of a block device.</summary>
    internal static long DeviceLength(SafeFileHandle handle) =>
        IsLinux ? LinuxFile.SeekEnd(handle) : throw new PlatformNotSupportedException();
}
