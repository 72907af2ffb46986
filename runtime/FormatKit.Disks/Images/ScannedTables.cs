using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>
/// Tables read straight from the file through one window, for walking over all of them once without filling the
/// cache. Not for more than one thread.
/// </summary>
internal sealed class ScannedTables(ByteStore store) : ITables
{
    private const int MaxWindow = 256 << 10;

    private byte[] _window = [];
    private long _start;
    private int _length;

    public bool TryGet(PageRef page, out ReadOnlySpan<byte> bytes)
    {
        var offset = page.Offset.Value;
        if (offset < _start || offset + page.Length > _start + _length)
        {
            // Small images are opened often, and a large window takes longer to make than their tables to read.
            var wanted = Math.Max(page.Length, Math.Min(2 * _window.Length, MaxWindow));
            _window = _window.Length < wanted ? new byte[wanted] : _window;
            _start = offset;
            _length = store.Read(_window, offset);
            if (_length < page.Length)
            {
                throw ImageErrors.TableCut(store, page, _length);
            }
        }

        bytes = _window.AsSpan((int)(offset - _start), page.Length);
        return true;
    }
}
