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
    private const int Places = 4;
    private const int MaxWindow = 256 << 10;

    private static readonly byte[] Zeros = new byte[PageRef.MaxLength];

    private readonly Window[] _windows = [.. Enumerable.Range(0, Places).Select(_ => new Window())];
    private readonly (long Start, long End, bool IsHole)[] _runs = new (long, long, bool)[Places];
    private readonly byte[] _page = new byte[PageRef.MaxLength];
    private int _nextRun;
    private long _uses;

    public bool TryGet(PageRef page, out ReadOnlySpan<byte> bytes)
    {
        var range = new HostRange(page.Offset, page.Length);
        bytes = IsHoleOfFile(range) ? Zeros.AsSpan(0, page.Length) : Read(page);
        if (mends.Touch(range))
        {
            var mended = _page.AsSpan(0, page.Length);
            bytes.CopyTo(mended);
            mends.Apply(mended, page.Offset);
            bytes = mended;
        }

        return true;
    }

    public bool IsHole(HostRange range) => !mends.Touch(range) && IsHoleOfFile(range);

    private bool IsHoleOfFile(HostRange range)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        foreach (var run in _runs)
        {
            if (start >= run.Start && start < run.End)
            {
                return run.IsHole && end <= run.End;
            }
        }

        var found = store.RunAt(start, long.MaxValue - start);
        _runs[_nextRun] = (start, start + found.Length, found.IsHole);
        _nextRun = (_nextRun + 1) % Places;
        return found.IsHole && found.Length >= range.Length;
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
