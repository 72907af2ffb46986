using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>
/// The runs of a file for one walk over an image. A data run is remembered whole: to find its end a host may look at
/// every page from the place asked for on, so that asking again for each block of a file without holes takes the
/// square of its size (2.3 s for 1 GiB on tmpfs). Holes are asked for again: one that is written meanwhile must not
/// be taken for zeros.
/// </summary>
internal sealed class FileRuns(ByteStore store)
{
    private long _dataStart;
    private long _dataEnd;

    /// <inheritdoc cref="ByteStore.RunAt"/>
    public StoreRun At(long offset, long limit)
    {
        if (offset < _dataStart || offset >= _dataEnd)
        {
            var run = store.RunAt(offset, long.MaxValue - offset);
            if (run.IsHole || run.Length == 0)
            {
                return run with { Length = Math.Min(run.Length, limit) };
            }

            (_dataStart, _dataEnd) = (offset, offset + run.Length);
        }

        return new StoreRun(Math.Min(_dataEnd - offset, limit), IsHole: false);
    }
}
