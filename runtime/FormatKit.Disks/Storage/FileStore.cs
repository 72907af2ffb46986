using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Storage;

/// <summary>A regular file.</summary>
public sealed partial class FileStore : HostStore
{
    private FileStore(string name, OpenedFile file, FileOpenOptions options)
        : base(name, file.Handle, options.Writable) => _cachesLength = file.IsLocked;

    /// <summary>Whether the file takes writes, which may then extend it.</summary>
    public override bool CanResize => CanWrite;

    /// <summary>Opens an existing file.</summary>
    /// <exception cref="ImageLockedException">Someone else uses it in a way that <paramref name="options"/> exclude.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is not a regular file, or the system refuses; the message begins with
    /// <paramref name="path"/>.</exception>
    public static new FileStore Open(string path, FileOpenOptions options)
    {
        var file = HostFile.Open(path, options.Checked(), HostFileKind.Regular);
        return new FileStore(path, file, options);
    }

    /// <summary>Creates a file that does not exist yet, open for reading and writing.</summary>
    /// <exception cref="IOException">It exists, or the system refuses; the message begins with
    /// <paramref name="path"/>.</exception>
    public static FileStore Create(string path, StoreSharing sharing = StoreSharing.Exclusive)
    {
        var options = new FileOpenOptions(Writable: true, sharing).Checked();
        return new FileStore(path, HostFile.Create(path, options, HostFile.DefaultMode), options)
        {
            _folderToSync = HostPath.ResolveFolder(path),
        };
    }

    /// <summary>Creates a file whose errors go by another name than its path.</summary>
    internal static FileStore CreateAs(string name, string path, UnixFileMode mode)
    {
        var options = FileOpenOptions.ForWriting;
        return new FileStore(name, HostFile.Create(path, options, mode), options);
    }

    /// <summary>Gives this file the permissions and, where possible, the owner of another.</summary>
    internal void TakeOver(string path)
    {
        try
        {
            HostFile.CopyPermissions(path, Handle);
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw StoreErrors.From(Name, "cannot keep the permissions", e);
        }
    }
}
