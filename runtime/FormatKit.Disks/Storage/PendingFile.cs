using System.Security.Cryptography;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Storage;

/// <summary>
/// A file that is written under a temporary name in its folder and gets its own name only when it is complete: whoever
/// looks finds the old file or the whole new one, whatever happens in between.
/// </summary>
public sealed class PendingFile : IDisposable
{
    private const int LongestName = 255; // bytes, on nearly every file system
    private const int NameExtras = 22;   // ".", ".", 12 digits, ".partial"

    private readonly string _resolvedTarget;
    private readonly string _temporary;
    private readonly FileStore? _replaced;
    private bool _done;

    private PendingFile(string target, string resolvedTarget, string temporary, FileStore? replaced, bool isReplacing)
    {
        TargetPath = target;
        _resolvedTarget = resolvedTarget;
        _temporary = temporary;
        _replaced = replaced;
        IsReplacing = isReplacing;
        Store = FileStore.CreateAs(target, temporary, isReplacing ? HostFile.PrivateMode : HostFile.DefaultMode);
    }

    /// <summary>The name the file will have. Where it is a link, the file behind the link is replaced.</summary>
    public string TargetPath { get; }

    /// <summary>Whether there was a file of this name.</summary>
    public bool IsReplacing { get; }

    /// <summary>The new file, empty at first. Its errors name <see cref="TargetPath"/>.</summary>
    public FileStore Store { get; }

    /// <summary>
    /// Begins a new file. One that is there already is locked against other users until the end, and hands its
    /// permissions, and where possible its owner, to the new one.
    /// </summary>
    /// <param name="targetPath">The name the file shall have.</param>
    /// <param name="replace">Whether a file of this name may be replaced.</param>
    /// <param name="sharing">How the file to be replaced is locked; <see cref="StoreSharing.Unlocked"/> when the caller
    /// holds it open itself.</param>
    /// <exception cref="ImageLockedException">The file to be replaced is in use.</exception>
    /// <exception cref="IOException">The name belongs to something that is not a regular file, or to one that may not
    /// be replaced, or the system refuses.</exception>
    public static PendingFile Create(
        string targetPath, bool replace = true, StoreSharing sharing = StoreSharing.Exclusive)
    {
        HostFile.CheckPath(targetPath);
        var target = HostPath.Resolve(targetPath);
        var isReplacing = HostFile.KindOf(target) != HostFileKind.Missing;
        if (isReplacing && !replace)
        {
            throw new IOException($"{targetPath}: exists already.");
        }

        var replaced = isReplacing ? FileStore.Open(targetPath, new FileOpenOptions(false, sharing)) : null;
        PendingFile? pending = null;
        try
        {
            pending = new PendingFile(targetPath, target, TemporaryName(target), replaced, isReplacing);
            if (isReplacing)
            {
                pending.Store.TakeOver(target);
            }

            return pending;
        }
        catch
        {
            pending?.Dispose();
            replaced?.Dispose();
            throw;
        }
    }

    /// <summary>Closes the new file and gives it its name.</summary>
    /// <param name="sync">Whether it then survives a loss of power; without, a crash may leave an empty or partial file
    /// under the name.</param>
    /// <exception cref="IOException">The system refuses, or another file has taken the name meanwhile. The old file, if
    /// any, is as it was; <see cref="Dispose"/> deletes the new one.</exception>
    public void Commit(bool sync)
    {
        ObjectDisposedException.ThrowIf(_done, this);
        if (sync)
        {
            Store.Flush();
        }

        // Windows renames no file that is open, and over none that is.
        Store.Dispose();
        if (OperatingSystem.IsWindows())
        {
            _replaced?.Dispose();
        }

        try
        {
            // ext4 writes a whole file out when it is renamed over another one. Nobody asked for that without sync,
            // so the two change names, which is as atomic, and the old one goes.
            if (!sync && IsReplacing && HostFile.TryExchange(_temporary, _resolvedTarget))
            {
                File.Delete(_temporary);
            }
            else
            {
                File.Move(_temporary, _resolvedTarget, overwrite: IsReplacing);
            }
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw StoreErrors.From(TargetPath, "cannot give the new file its name", e);
        }

        _done = true;
        _replaced?.Dispose();
        if (sync)
        {
            HostFile.SyncFolder(Path.GetDirectoryName(_resolvedTarget)!);
        }
    }

    /// <summary>Deletes the new file unless it was committed.</summary>
    public void Dispose()
    {
        if (!_done)
        {
            _done = true;
            Store.Dispose();
            _replaced?.Dispose();
            File.Delete(_temporary);
        }
    }

    private static string TemporaryName(string target)
    {
        var name = Path.GetFileName(target);
        while (System.Text.Encoding.UTF8.GetByteCount(name) > LongestName - NameExtras)
        {
            name = name[..^1];
        }

        var random = RandomNumberGenerator.GetHexString(12, lowercase: true);
        return Path.Join(Path.GetDirectoryName(target), $".{name}.{random}.partial");
    }
}
