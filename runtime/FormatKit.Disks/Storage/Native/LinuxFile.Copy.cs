using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

/// <content>copy_file_range(2).</content>
internal static partial class LinuxFile
{
    internal static long TryCopyRange(
        SafeFileHandle from, long fromOffset, SafeFileHandle to, long toOffset, long length)
    {
        while (true)
        {
            var copied = CopyFileRange(from, ref fromOffset, to, ref toOffset, (nint)length, flags: 0);
            if (copied >= 0)
            {
                return copied;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case LinuxError.Interrupted:
                    continue;

                // File systems that cannot, two that cannot together, and ranges of one file that overlap.
                case LinuxError.CrossDevice or LinuxError.Invalid:
                case LinuxError.NotSupported or LinuxError.NotImplemented:
                    return 0;
                case var error:
                    throw HostFile.Error(error);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "copy_file_range", SetLastError = true)]
    private static partial nint CopyFileRange(
        SafeFileHandle from, ref long fromOffset, SafeFileHandle to, ref long toOffset, nint length, uint flags);
}
