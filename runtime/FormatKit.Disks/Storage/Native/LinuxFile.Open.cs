using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

/// <content>
/// open(2) itself, because .NET adds a flock(2) of its own. NFS turns that into a byte-range lock over the whole file,
/// on which the locks of qemu's tools would fail.
/// </content>
internal static partial class LinuxFile
{
    internal const int MustBeUnused = 0x80;        // O_EXCL alone, on block devices: not mounted and the like
    internal const int MustNotExist = 0x40 | 0x80; // O_CREAT | O_EXCL
    private const int ReadWrite = 2;
    private const int CloseOnExec = 0x80000;

    internal static SafeFileHandle Open(string path, bool writable, int existence, uint mode)
    {
        var flags = CloseOnExec | existence | (writable ? ReadWrite : 0);
        int descriptor;
        while ((descriptor = Open(path, flags, mode)) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != LinuxError.Interrupted)
            {
                throw OpenError(path, error);
            }
        }

        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static IOException OpenError(string path, int error)
    {
        var message = error == LinuxError.Busy
            ? $"{path}: cannot open for writing: the system uses it (mounted, say, or part of another device)."
            : $"{path}: cannot open: {Marshal.GetPInvokeErrorMessage(error)}";
        return error is LinuxError.NoEntry or LinuxError.NotDirectory
            ? new FileNotFoundException(message, path)
            : new IOException(message, error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, uint mode);
}
