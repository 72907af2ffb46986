using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>
/// Tables read straight from the file, for walking over all of them once without filling the cache. A walk goes
/// through a few places side by side (a directory, the tables of both its copies), so there are a few windows, each of
/// which reads the farther ahead the longer it goes straight on; holes of the file are not read at all. Not for more
/// than one thread; the bytes of a page are good until the next one is asked for.
/// </summary>
internal sealed class ScannedTables(ByteStore store, TableMends mends) : ITables
{
    private const int MaxWindow = 256 << 10;

    private readonly Window[] _windows = [new(), new(), new(), new()];
    private readonly byte[] _page = new byte[PageRef.MaxLength];
    private long _holeStart;
    private long _holeEnd;
    private long _dataStart;
    private long _dataEnd;
    private long _uses;

    public bool TryGet(PageRef page, out ReadOnlySpan<byte> bytes)
    {
        var copy = _page.AsSpan(0, page.Length);
        if (IsHole(page))
        {
            copy.Clear();
        }
        else
        {
            Read(page).CopyTo(copy);
        }

        mends.Apply(copy, page.Offset);
        bytes = copy;
        return true;
    }

    private bool IsHole(PageRef page)
    {
        var (start, end) = (page.Offset.Value, page.Offset.Value + page.Length);
        if (start >= _dataStart && start < _dataEnd)
        {
            return false;
        }

        if (start < _holeStart || start >= _holeEnd)
        {
            var run = store.RunAt(start, long.MaxValue - start);
            (_holeStart, _holeEnd) = run.IsHole ? (start, start + run.Length) : (0, 0);
            (_dataStart, _dataEnd) = run.IsHole ? (0, 0) : (start, start + run.Length);
        }

        return start >= _holeStart && end <= _holeEnd;
    }

    private ReadOnlySpan<byte> Read(PageRef page)
    {
        var window = _windows[0];
        foreach (var candidate in _windows)
        {
            if (candidate.Holds(page))
            {
                candidate.LastUse = ++_uses;
                return candidate.Of(page);
            }

            // The one that ends here goes on; else the one that was not used for the longest time begins anew.
            if (candidate.EndsAt(page) || (!window.EndsAt(page) && candidate.LastUse < window.LastUse))
            {
                window = candidate;
            }
        }

        window.LastUse = ++_uses;
        window.Fill(store, page);
        return window.Of(page);
    }

    private sealed class Window
    {
        private byte[] _bytes = [];
        private long _start;
        private int _length;
        private int _reach;

        public long LastUse { get; set; }

        public bool Holds(PageRef page) =>
            page.Offset.Value >= _start && page.Offset.Value + page.Length <= _start + _length;

        public bool EndsAt(PageRef page) =>
            _length > 0 && page.Offset.Value <= _start + _length && page.Offset.Value > _start;

        public ReadOnlySpan<byte> Of(PageRef page) => _bytes.AsSpan((int)(page.Offset.Value - _start), page.Length);

        public void Fill(ByteStore store, PageRef page)
        {
            _reach = EndsAt(page) ? Math.Min(MaxWindow, Math.Max(page.Length, 2 * _reach)) : page.Length;
            if (_bytes.Length < _reach)
            {
                _bytes = new byte[_reach];
            }

            _start = page.Offset.Value;
            _length = store.Read(_bytes.AsSpan(0, _reach), _start);
            if (_length < page.Length)
            {
                throw ImageErrors.TableCut(store, page, _length);
            }
        }
    }
}
