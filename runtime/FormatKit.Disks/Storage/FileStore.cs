using FormatKit.Disks.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage;

/// <summary>A regular file.</summary>
public sealed partial class FileStore : HostStore
{
    private FileStore(string name, SafeFileHandle handle, FileOpenOptions options)
        : base(name, handle, options.Writable)
    {
        _cachesLength = options is { Writable: true, Sharing: StoreSharing.Exclusive };
    }

    /// <summary>Whether the file takes writes, which may then extend it.</summary>
    public override bool CanResize => CanWrite;

    /// <summary>Opens an existing file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is not a regular file, or the system refuses; the message begins with
    /// <paramref name="path"/>.</exception>
    public static FileStore Open(string path, FileOpenOptions options)
    {
        var handle = HostFile.Open(path, options.Checked(), HostFileKind.Regular);
        return new FileStore(path, handle, options);
    }

    /// <summary>Creates a file that does not exist yet, open for reading and writing.</summary>
    /// <exception cref="IOException">It exists, or the system refuses; the message begins with
    /// <paramref name="path"/>.</exception>
    public static FileStore Create(string path, StoreSharing sharing = StoreSharing.Exclusive)
    {
        var options = new FileOpenOptions(Writable: true, sharing).Checked();
        return new FileStore(path, HostFile.Create(path, options, HostFile.DefaultMode), options)
        {
            _folderToSync = Path.GetDirectoryName(Path.GetFullPath(path)),
        };
    }
}
