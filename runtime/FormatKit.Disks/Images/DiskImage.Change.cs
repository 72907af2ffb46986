using FormatKit.Disks.Drivers;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    private readonly OpenedDriver _opened;
    private readonly bool _lacksEnd;
    private volatile bool _isChanging;
    private volatile bool _isMarked;

    /// <summary>
    /// Before the first change: makes redundant copies whole and equal, and says in the file that it is being changed.
    /// Opening writes nothing; but a write may move the one copy that counts, and a loss of power must find the other.
    /// </summary>
    private async ValueTask BeginChanging<TIo>(CancellationToken cancellation)
        where TIo : IIo
    {
        if (_isChanging)
        {
            return;
        }

        await TIo.Enter(_metadata, cancellation).ConfigureAwait(false);
        try
        {
            if (_isChanging)
            {
                return;
            }

            // Asked here and not before: what was waited for may have failed, or have closed the image.
            ObjectDisposedException.ThrowIf(_disposed, this);
            ThrowIfBroken();
            await WriteDurably<TIo>(_opened.Mends, cancellation).ConfigureAwait(false);
            _mends = TableMends.None;
            _isMarked = true; // as of here, even if what follows is cancelled on the way
            await WriteDurably<TIo>(_opened.Copies.Concat(_opened.FirstChange), cancellation).ConfigureAwait(false);
            if (_lacksEnd && _store.CanResize)
            {
                var end = Math.Min(Math.Max(_space.End.Value, _store.Length), _driver.MaxHostEnd.Value);
                await GrowTo<TIo>(new HostOffset(end), cancellation).ConfigureAwait(false);
            }

            _hasGrown |= _store.CanResize && HasEmptyEnd();

            _isChanging = true;
        }
        finally
        {
            _metadata.Release();
        }
    }

    /// <summary>The end of all changes, when what they wrote is durable: tables that waited for it, and then the word
    /// that the image is closed.</summary>
    private async ValueTask EndChanging<TIo>(CancellationToken cancellation)
        where TIo : IIo
    {
        if (_isMarked)
        {
            await WriteDurably<TIo>(_atClose, cancellation).ConfigureAwait(false);
            await WriteDurably<TIo>(_opened.CleanClose, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteDurably<TIo>(IEnumerable<HostWrite> writes, CancellationToken cancellation)
        where TIo : IIo
    {
        var any = false;
        try
        {
            foreach (var write in writes)
            {
                any = true;
                await TIo.Write(_store, write.Bytes, write.Offset.Value, cancellation).ConfigureAwait(false);
            }
        }
        catch
        {
            _needsBarrier = true; // for those before
            throw;
        }

        if (any)
        {
            await Barrier<TIo>().ConfigureAwait(false);
        }
    }
}
