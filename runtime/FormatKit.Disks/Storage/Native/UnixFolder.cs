using System.Runtime.InteropServices;

namespace FormatKit.Disks.Storage.Native;

/// <summary>Folders opened like files, which .NET refuses. The same three calls on every Unix.</summary>
internal static partial class UnixFolder
{
    private const int ReadOnly = 0;
    private const int InvalidArgument = 22;

    /// <summary>Makes the names in a folder durable.</summary>
    internal static void Sync(string folder)
    {
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw StoreErrors.From(folder, "cannot open the folder to sync it", HostFile.LastError());
        }

        var failed = FSync(descriptor) < 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);

        // EINVAL: a file system that syncs no folders, so there is nothing more that could be done.
        if (failed && error != InvalidArgument)
        {
            throw StoreErrors.From(folder, "cannot sync the folder", HostFile.Error(error));
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
