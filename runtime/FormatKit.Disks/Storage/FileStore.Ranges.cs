using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Storage;

public sealed partial class FileStore
{
    private volatile bool _hasNoMap;

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

    /// <inheritdoc/>
    /// <remarks>Works between files on Linux; where the file system shares extents (XFS, Btrfs), nothing is copied at
    /// all.</remarks>
    public override long TryCopyTo(long offset, ByteStore target, long targetOffset, long length)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegative(targetOffset);
        length = StoreRange.Clip(offset, length, Length);
        if (target is not FileStore file)
        {
            return 0;
        }

        file.ThrowIfNotWritable();
        if (length == 0 || !StoreRange.Fits(targetOffset, length, long.MaxValue))
        {
            return 0;
        }

        try
        {
            var copied = HostFile.TryCopyRange(Handle, offset, file.Handle, targetOffset, length);
            file.Written(targetOffset + copied);
            return copied;
        }
        catch (IOException e)
        {
            throw StoreErrors.From(file.Name,
                $"cannot copy {length} bytes from byte {offset} of {Name} to byte {targetOffset}", e);
        }
    }
}
