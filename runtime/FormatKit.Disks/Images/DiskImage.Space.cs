using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>The least and the most that a file grows by at once. Growing costs a barrier where something stands at
    /// the end, so a small file doubles up quickly and a large one grows by an eighth.</summary>
    private const long MinGrowth = 32 << 20;
    private const long MaxGrowth = 1 << 30;

    private bool _hasGrown;
    private bool _hasEnded;

    /// <summary>The space behind everything that is used; none where nothing is allocated.</summary>
    private static HostSpace SpaceOf(ByteStore store, IImageDriver driver, RegionSurvey? survey)
    {
        if (survey is null)
        {
            return new HostSpace(default, default, 0);
        }

        var limit = survey.FooterStart ?? new HostOffset(Math.Max(survey.End.Value, store.Length));
        return new HostSpace(survey.End, limit < driver.MaxHostEnd ? limit : driver.MaxHostEnd, store.Length);
    }

    /// <summary>
    /// Makes room behind the end of the file. What must stand at the new end (a footer) is durable before anything can
    /// overwrite the old one. Runs under the metadata lock.
    /// </summary>
    private async ValueTask Grow<TIo>(CancellationToken cancellation)
        where TIo : IIo
    {
        if (!_store.CanResize)
        {
            throw new ImageException(Name, "there is no room for another block, and what holds the image cannot grow");
        }

        if (_space.Wanted > _driver.MaxHostEnd)
        {
            throw new ImageException(
                Name,
                $"the file would have to grow to {_space.Wanted.Value} bytes; the format cannot address more than "
                + $"{_driver.MaxHostEnd.Value}");
        }

        var generous = _space.Wanted + Math.Clamp(_space.End.Value / 8, MinGrowth, MaxGrowth);
        var limit = generous <= _driver.MaxHostEnd ? generous : _space.Wanted;
        await GrowTo<TIo>(limit, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether there is a hole behind everything that is used: the file had grown, and whoever had it grow did
    /// not close it. What is no hole may be something that others know of.</summary>
    private bool HasEmptyEnd()
    {
        var length = _space.Limit - _space.End;
        return length > 0 && _store.RunAt(_space.End.Value, length) is { IsHole: true } run && run.Length == length;
    }

    private async ValueTask GrowTo<TIo>(HostOffset limit, CancellationToken cancellation)
        where TIo : IIo
    {
        _hasGrown = true; // also when it fails half way: then closing puts the end right
        var length = await WriteEnd<TIo>(limit, cancellation).ConfigureAwait(false);
        if (length > _store.Length)
        {
            // Durable with the barrier that comes before any table points there.
            _store.SetLength(length);
            _needsBarrier = true;
        }

        _space.MoveLimit(limit);
    }

    /// <summary>A clean end: everything durable, and no unused space behind the last block.</summary>
    private async ValueTask Complete<TIo>(CancellationToken cancellation)
        where TIo : IIo
    {
        if (!CanWrite || _broken is not null)
        {
            return;
        }

        await FlushCore<TIo>(cancellation).ConfigureAwait(false);
        await TIo.Enter(_flushing, cancellation).ConfigureAwait(false);
        try
        {
            // A write that was under way may have flushed in between. None does from here on: its tables could come to
            // point at what is cut off now.
            if (_broken is not null)
            {
                return;
            }

            _hasEnded = true;
            await End<TIo>(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _flushing.Release();
        }
    }

    private async ValueTask End<TIo>(CancellationToken cancellation)
        where TIo : IIo
    {
        await TIo.Enter(_metadata, cancellation).ConfigureAwait(false);
        try
        {
            var end = UsedEnd();
            if (_hasGrown || end < _space.End)
            {
                var length = await WriteEnd<TIo>(end, cancellation).ConfigureAwait(false);
                _store.SetLength(length);
                await Barrier<TIo>().ConfigureAwait(false);
            }

            await EndChanging<TIo>(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _metadata.Release();
        }
    }

    /// <summary>The end of the last thing that the flushed tables point at: before the end of the space when the last
    /// blocks were discarded, and never behind it, wherever a damaged structure claims to be.</summary>
    private HostOffset UsedEnd()
    {
        if (!_space.HasFree || !_store.CanResize)
        {
            return _space.End;
        }

        var end = _driver.Regions(new ScannedTables(_store, _mends))
            .Where(region => region.Kind != RegionKind.Footer)
            .Max(region => region.PaddedEnd);
        return end < _space.End ? end : _space.End;
    }

    /// <returns>The length of the file when nothing is behind what was written.</returns>
    private async ValueTask<long> WriteEnd<TIo>(HostOffset end, CancellationToken cancellation)
        where TIo : IIo
    {
        var writes = _driver.PlanGrowth(end);
        var ends = writes.Select(write => write.Range).ToList();
        ends.ForEach(_space.MarkWritten);
        await WriteDurably<TIo>(writes, cancellation).ConfigureAwait(false);
        return ends.Select(range => range.End.Value).Append(end.Value).Max();
    }
}
