using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

/// <summary>Linux: fallocate(2), lseek(2) with SEEK_DATA and SEEK_HOLE, fdatasync(2).</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFile
{
    private const int KeepSize = 0x01;
    private const int PunchHole = 0x02;
    private const int ZeroRange = 0x10;
    private const int SeekFromEnd = 2;
    private const int SeekData = 3;
    private const int SeekHole = 4;

    internal static bool TryZeroRange(SafeFileHandle handle, long offset, long length) =>
        TryAllocate(handle, ZeroRange | KeepSize, offset, length);

    internal static bool TryPunchHole(SafeFileHandle handle, long offset, long length) =>
        TryAllocate(handle, PunchHole | KeepSize, offset, length);

    /// <summary>Reserves storage for holes, if there is any; always <see langword="true"/>.</summary>
    internal static bool Reserve(SafeFileHandle handle, long offset, long length)
    {
        _ = Allocate(handle, KeepSize, offset, length);
        return true;
    }

    /// <summary>fdatasync: no journal commit where only a time stamp changed; a changed length is covered.</summary>
    internal static void SyncData(SafeFileHandle handle)
    {
        while (FDataSync(handle) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != LinuxError.Interrupted)
            {
                throw HostFile.Error(error);
            }
        }
    }

    /// <summary>sync_file_range with SYNC_FILE_RANGE_WRITE over the whole file. It is a hint: what fails, fails again
    /// in the flush.</summary>
    internal static void BeginFlush(SafeFileHandle handle)
    {
        const uint BeginWriting = 2;
        _ = SyncFileRange(handle, 0, 0, BeginWriting);
    }

    /// <summary>renameat2 with RENAME_EXCHANGE, which not every file system has.</summary>
    internal static bool TryExchange(string one, string other)
    {
        const int CurrentFolder = -100;
        const uint Exchange = 2;
        try
        {
            return RenameAt2(CurrentFolder, one, CurrentFolder, other, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library from before 2018
        }
    }

    internal static StoreRun? RunAt(SafeFileHandle handle, long offset, long limit)
    {
        var data = Seek(handle, offset, SeekData);
        if (data < 0)
        {
            // ENXIO: no data up to the end. Anything else: no map.
            return Marshal.GetLastPInvokeError() == LinuxError.NoDeviceOrAddress
                ? new StoreRun(limit, IsHole: true)
                : null;
        }

        if (data > offset)
        {
            return new StoreRun(Math.Min(limit, data - offset), IsHole: true);
        }

        // A file that changes between the two calls may show no data here any more; calling it data is never wrong.
        var hole = Seek(handle, offset, SeekHole);
        return new StoreRun(hole > offset ? Math.Min(limit, hole - offset) : limit, IsHole: false);
    }

    /// <summary>Where the file or device ends. Devices have no length in their status.</summary>
    internal static long SeekEnd(SafeFileHandle handle)
    {
        var end = Seek(handle, 0, SeekFromEnd);
        return end >= 0 ? end : throw HostFile.LastError();
    }

    private static bool TryAllocate(SafeFileHandle handle, int mode, long offset, long length)
    {
        int error;
        while ((error = Allocate(handle, mode, offset, length)) == LinuxError.Interrupted)
        {
        }

        return error switch
        {
            0 => true,
            LinuxError.NotSupported or LinuxError.NotImplemented or LinuxError.Invalid => false,
            _ => throw HostFile.Error(error),
        };
    }

    private static int Allocate(SafeFileHandle handle, int mode, long offset, long length) =>
        FAllocate(handle, mode, offset, length) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int oneFolder, string one, int otherFolder, string other, uint flags);

    [LibraryImport("libc", EntryPoint = "sync_file_range")]
    private static partial int SyncFileRange(SafeFileHandle handle, long offset, long length, uint flags);

    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    private static partial int FAllocate(SafeFileHandle handle, int mode, long offset, long length);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial long Seek(SafeFileHandle handle, long offset, int whence);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FDataSync(SafeFileHandle handle);
}
