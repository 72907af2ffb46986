using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

/// <summary>
/// Windows: the FSCTL_ codes of sparse files, from the documentation of DeviceIoControl. Written to the documentation
/// and not run; whatever fails is done by hand instead.
/// </summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class WindowsFile
{
    private const uint SetSparse = 0x000900c4;
    private const uint SetZeroData = 0x000980c8;
    private const uint QueryAllocatedRanges = 0x000940cf;
    private const int MoreData = 234;
    private const int FileStandardInfo = 1;

    /// <summary>Lets a new file have holes; without, NTFS fills gaps.</summary>
    internal static void TrySetSparse(SafeFileHandle handle) =>
        _ = DeviceIoControl(handle, SetSparse, null, 0, null, 0, out _, null);

    /// <summary>Zeros a range, which in a sparse file also gives its storage back.</summary>
    internal static bool TryZero(SafeFileHandle handle, long offset, long length)
    {
        var range = new Range { Offset = offset, LengthOrEnd = offset + length };
        return DeviceIoControl(handle, SetZeroData, &range, sizeof(Range), null, 0, out _, null) != 0;
    }

    internal static StoreRun? RunAt(SafeFileHandle handle, long offset, long limit)
    {
        var asked = new Range { Offset = offset, LengthOrEnd = limit };
        Range first;
        if (DeviceIoControl(handle, QueryAllocatedRanges, &asked, sizeof(Range), &first, sizeof(Range), out var size,
                null) == 0
            && Marshal.GetLastPInvokeError() != MoreData)
        {
            return null;
        }

        if (size < sizeof(Range))
        {
            return new StoreRun(limit, IsHole: true);
        }

        return first.Offset > offset
            ? new StoreRun(Math.Min(limit, first.Offset - offset), IsHole: true)
            : new StoreRun(Math.Min(limit, first.Offset + first.LengthOrEnd - offset), IsHole: false);
    }

    internal static long? AllocatedBytes(SafeFileHandle handle) =>
        GetFileInformationByHandleEx(handle, FileStandardInfo, out var info, sizeof(StandardInfo)) != 0
            ? info.AllocationSize
            : null;

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int DeviceIoControl(
        SafeFileHandle handle, uint code, void* input, int inputSize, void* output, int outputSize, out int returned,
        void* overlapped);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int GetFileInformationByHandleEx(
        SafeFileHandle handle, int what, out StandardInfo info, int size);

    /// <summary>FILE_ALLOCATED_RANGE_BUFFER holds a length, FILE_ZERO_DATA_INFORMATION the end.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Range
    {
        internal long Offset;
        internal long LengthOrEnd;
    }

    /// <summary>FILE_STANDARD_INFO.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 24)]
    private struct StandardInfo
    {
        [FieldOffset(0)] internal long AllocationSize;
    }
}
