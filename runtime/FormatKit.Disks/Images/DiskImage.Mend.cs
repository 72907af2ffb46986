using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    private readonly IReadOnlyList<HostWrite> _mends;
    private readonly bool _lacksEnd;
    private volatile bool _isMended;

    /// <summary>
    /// Makes redundant copies whole again before the first change. Opening writes nothing; but a write may move the one
    /// copy that counts, and a loss of power must find the other.
    /// </summary>
    private async ValueTask Mend<TIo>(CancellationToken cancellation)
        where TIo : IIo
    {
        if (_isMended)
        {
            return;
        }

        await TIo.Enter(_metadata, cancellation).ConfigureAwait(false);
        try
        {
            if (_isMended)
            {
                return;
            }

            foreach (var write in _mends)
            {
                await TIo.Write(_store, write.Bytes, write.Offset.Value, cancellation).ConfigureAwait(false);
            }

            if (_lacksEnd && _store.CanResize)
            {
                _hasGrown = true;
                var end = Math.Min(Math.Max(_space.End.Value, _store.Length), _driver.MaxHostEnd.Value);
                await WriteEnd<TIo>(new HostOffset(end), cancellation).ConfigureAwait(false);
                _space.MoveLimit(new HostOffset(end));
            }
            else if (_mends.Count > 0)
            {
                await Barrier<TIo>().ConfigureAwait(false);
            }

            _isMended = true;
        }
        finally
        {
            _metadata.Release();
        }
    }
}
