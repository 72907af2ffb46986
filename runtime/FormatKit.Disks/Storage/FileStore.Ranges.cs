using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Storage;

public sealed partial class FileStore
{
    // Asked once: a file system that cannot zero, punch or map a file will not learn it while the file is open.
    private volatile bool _cannotZero;
    private volatile bool _cannotPunch;
    private volatile bool _hasNoMap;

    /// <inheritdoc/>
    public override void Zero(long offset, long length)
    {
        length = ClipForWriting(offset, length);
        if (length == 0)
        {
            return;
        }

        _cannotZero = _cannotZero || !Ask(HostFile.TryZero, "zero", offset, length);
        if (_cannotZero)
        {
            ZeroFill.Write(this, offset, length);
        }
    }

    /// <inheritdoc/>
    public override void Punch(long offset, long length)
    {
        length = ClipForWriting(offset, length);
        if (length == 0)
        {
            return;
        }

        _cannotPunch = _cannotPunch || !Ask(HostFile.TryPunch, "punch", offset, length);
        if (_cannotPunch)
        {
            Zero(offset, length);
        }
    }

    /// <inheritdoc/>
    public override StoreRun RunAt(long offset, long limit)
    {
        limit = StoreRange.Clip(offset, limit, Length);
        if (limit == 0 || _hasNoMap)
        {
            return new StoreRun(limit, IsHole: false);
        }

        if (HostFile.TryRunAt(Handle, offset, limit) is { } run)
        {
            return run;
        }

        _hasNoMap = true;
        return new StoreRun(limit, IsHole: false);
    }

    private long ClipForWriting(long offset, long length)
    {
        ThrowIfNotWritable();
        return StoreRange.Clip(offset, length, Length);
    }

    private bool Ask(
        Func<Microsoft.Win32.SafeHandles.SafeFileHandle, long, long, bool> ask, string verb, long offset, long length)
    {
        try
        {
            return ask(Handle, offset, length);
        }
        catch (IOException e)
        {
            throw StoreErrors.From(Name, $"cannot {verb} {length} bytes at byte {offset}", e);
        }
    }
}
