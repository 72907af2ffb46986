using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    private readonly SemaphoreSlim _flushing = new(1, 1);
    private volatile bool _needsBarrier;
    private volatile Exception? _broken;
    private List<HostWrite> _atClose = [];

    /// <summary>Makes everything durable that was written before the call.</summary>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        SyncIo.Complete(FlushCore<SyncIo>(default));
    }

    /// <inheritdoc cref="Flush"/>
    /// <param name="cancellation">Stops before anything is written.</param>
    public ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return FlushCore<AsyncIo>(cancellation);
    }

    /// <summary>
    /// The write order, the same for every format: a barrier, so that what edits point at is in the file; the edited
    /// pages, rank by rank with a barrier behind each; then what they freed may be used again.
    /// </summary>
    private async ValueTask FlushCore<TIo>(CancellationToken cancellation)
        where TIo : IIo
    {
        await TIo.Enter(_flushing, cancellation).ConfigureAwait(false);
        try
        {
            // Asked here and not before: the flush that was waited for may have failed, and with it what this one is
            // for.
            ThrowIfBroken();
            ObjectDisposedException.ThrowIf(_hasEnded, this);
            await TIo.Enter(_metadata, cancellation).ConfigureAwait(false);
            var writes = _cache.TakeDirty();
            var freed = _quarantine.TakePending();
            if (_disposed)
            {
                // With the last flush, and not later: edits of a write that is still under way are in no file.
                _atClose = _cache.CopyAtClose();
            }

            _metadata.Release();

            var written = false;
            try
            {
                await WriteOut<TIo>(writes).ConfigureAwait(false);
                written = true;
            }
            catch (Exception failure)
            {
                _broken ??= failure;
                throw;
            }
            finally
            {
                _cache.EndFlush(writes, written);
            }

            await Reclaim<TIo>(freed).ConfigureAwait(false);
        }
        finally
        {
            _flushing.Release();
        }
    }

    private async ValueTask WriteOut<TIo>(List<PageWrite> writes)
        where TIo : IIo
    {
        if (_needsBarrier || writes.Count > 0)
        {
            _needsBarrier = false;
            await Barrier<TIo>().ConfigureAwait(false);
        }

        for (var index = 0; index < writes.Count; index++)
        {
            var write = writes[index];
            await TIo.Write(_store, write.Bytes, write.Page.Reference.Offset.Value, CancellationToken.None)
                .ConfigureAwait(false);
            if (index == writes.Count - 1 || writes[index + 1].Rank != write.Rank)
            {
                await Barrier<TIo>().ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Makes durable what was written. After a failure nothing more is written: the system may have dropped what it
    /// could not write and forgotten that it did, so a second try that succeeds would prove nothing.
    /// </summary>
    private async ValueTask Barrier<TIo>()
        where TIo : IIo
    {
        try
        {
            await TIo.Flush(_store, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _broken ??= failure;
            throw;
        }
    }

    private async ValueTask Reclaim<TIo>(IReadOnlyList<HostRange> freed)
        where TIo : IIo
    {
        await TIo.Enter(_metadata, CancellationToken.None).ConfigureAwait(false);
        List<HostRange> released;
        try
        {
            _quarantine.Settle(freed, _gate.Epoch);
            released = [.. _quarantine.Release(_gate.Advance())];
        }
        finally
        {
            _metadata.Release();
        }

        foreach (var range in released)
        {
            _store.Punch(range.Start.Value, range.Length);
        }

        if (released.Count > 0)
        {
            _cache.Forget(released);
            await TIo.Enter(_metadata, CancellationToken.None).ConfigureAwait(false);
            released.ForEach(_space.Free);
            _metadata.Release();
        }
    }

    private void ThrowIfBroken()
    {
        if (_broken is { } cause)
        {
            throw ImageErrors.Broken(_store, cause);
        }
    }
}
