using System.Collections.Concurrent;

namespace FormatKit.Disks.Images;

/// <summary>
/// Table pages, bounded in bytes. Looking a page up takes no lock; loading one does its I/O outside of any. Dirty pages
/// stay until a flush has written them.
/// </summary>
internal sealed class TableCache(long budget)
{
    private readonly ConcurrentDictionary<long, TablePage> _pages = new();
    private Queue<TablePage> _sweep = new();
    private readonly HashSet<TablePage> _dirty = [];
    private readonly Lock _lock = new();
    private long _bytes;
    private long _editedDrops;

    /// <summary>Bytes that wait to be written by a flush.</summary>
    public long DirtyBytes { get; private set; }

    /// <summary>Bytes of pages held.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public bool TryGet(PageRef reference, out ReadOnlySpan<byte> bytes)
    {
        if (_pages.TryGetValue(reference.Offset.Value, out var page) && page.Reference == reference)
        {
            page.WasUsed = true;
            bytes = page.Bytes;
            return true;
        }

        bytes = default;
        return false;
    }

    /// <summary>To be taken before a page is read from the file, and given back with what was read.</summary>
    public long BeginLoad() => Interlocked.Read(ref _editedDrops);

    /// <summary>
    /// Adds a page that was read from the file, and keeps it for the operation that asked for it until
    /// <see cref="LetGo"/>: however small the budget, an operation that needs several pages at once comes to have them.
    /// If pages that had been edited were dropped meanwhile, what was read may be older than what one of them wrote:
    /// then nothing is added, and the page is to be read again.
    /// </summary>
    public void EndLoad(long begun, PageRef reference, byte[] bytes, List<TablePage> held)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue(reference.Offset.Value, out var page))
            {
                if (begun != _editedDrops)
                {
                    return;
                }

                page = new TablePage(reference, bytes);
                _pages[reference.Offset.Value] = page;
                _sweep.Enqueue(page);
                Interlocked.Add(ref _bytes, bytes.Length);
            }

            if (page.Reference != reference)
            {
                throw new InvalidOperationException($"Two tables begin at {reference.Offset}.");
            }

            page.Pins++;
            held.Add(page);
            DropSome();
        }
    }

    /// <summary>The operation no longer needs the pages that were loaded for it.</summary>
    public void LetGo(List<TablePage> held)
    {
        if (held.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            held.ForEach(page => page.Pins--);
            held.Clear();
            DropSome();
        }
    }

    /// <summary>
    /// Drops the pages of space that is about to be used for something else: nothing points at them any more, and what
    /// will be written there does not pass through the cache.
    /// </summary>
    public void Forget(List<HostRange> ranges)
    {
        var starts = ranges.Select(range => range.Start.Value).ToArray();
        var ordered = ranges.ToArray();
        Array.Sort(starts, ordered);
        lock (_lock)
        {
            foreach (var page in _pages.Values)
            {
                var start = page.Reference.Offset.Value;
                var at = Array.BinarySearch(starts, start);
                at = at < 0 ? ~at - 1 : at;
                if (at >= 0 && start < ordered[at].End.Value)
                {
                    Remove(page);
                }
            }

            _sweep = new Queue<TablePage>(_sweep.Where(page => !page.IsDropped));
        }
    }

    /// <summary>Keeps the pages of a plan's edits until <see cref="TryApply"/> or <see cref="Unpin"/>.</summary>
    /// <returns>False when one of them is no longer here; then none is kept.</returns>
    public bool TryPin(List<TableEdit> edits, out PageRef missing)
    {
        lock (_lock)
        {
            foreach (var edit in edits)
            {
                if (!_pages.ContainsKey(edit.Page.Offset.Value))
                {
                    missing = edit.Page;
                    return false;
                }
            }

            foreach (var edit in edits)
            {
                _pages[edit.Page.Offset.Value].Pins++;
            }

            missing = default;
            return true;
        }
    }

    /// <summary>Gives up a plan's edits.</summary>
    public void Unpin(List<TableEdit> edits)
    {
        lock (_lock)
        {
            foreach (var edit in edits)
            {
                _pages[edit.Page.Offset.Value].Pins--;
            }
        }
    }

    /// <summary>Makes a plan's edits visible and their pages dirty.</summary>
    /// <returns>False, and nothing done, when a page has edits of another rank that must be written first.</returns>
    public bool TryApply(List<TableEdit> edits)
    {
        lock (_lock)
        {
            foreach (var edit in edits)
            {
                var page = _pages[edit.Page.Offset.Value];
                if ((page.IsDirty || page.IsFlushing) && page.Rank != edit.Rank)
                {
                    return false;
                }
            }

            foreach (var edit in edits)
            {
                var page = _pages[edit.Page.Offset.Value];
                edit.ApplyTo(page.Bytes);
                page.Pins--;
                page.Rank = edit.Rank;
                page.WasEdited = true;
                MarkDirty(page);
            }

            return true;
        }
    }

    /// <summary>What a flush has to write: copies of the dirty pages, by rank and offset. The pages are clean from
    /// now on; those that wait for closing stay as they are.</summary>
    public List<PageWrite> TakeDirty()
    {
        lock (_lock)
        {
            var writes = new List<PageWrite>(_dirty.Count);
            foreach (var page in _dirty)
            {
                if (page.Rank != TableEdit.AtClose)
                {
                    page.IsDirty = false;
                    page.IsFlushing = true;
                    writes.Add(new PageWrite(page, page.Rank, [.. page.Bytes]));
                }
            }

            _dirty.RemoveWhere(static page => !page.IsDirty);
            DirtyBytes = 0;
            writes.Sort(static (left, right) => left.Place.CompareTo(right.Place));
            return writes;
        }
    }

    /// <summary>Copies of the pages that wait for closing. Taken together with <see cref="TakeDirty"/>, they say the
    /// same as the file does when that flush is over.</summary>
    public List<HostWrite> CopyAtClose()
    {
        lock (_lock)
        {
            return
            [
                .. _dirty.Where(static page => page.Rank == TableEdit.AtClose)
                    .Select(static page => new HostWrite(page.Reference.Offset, page.Bytes.ToArray())),
            ];
        }
    }

    /// <summary>The end of a flush: its pages are in the file, or, when it failed, dirty again.</summary>
    public void EndFlush(List<PageWrite> writes, bool written)
    {
        lock (_lock)
        {
            foreach (var write in writes)
            {
                write.Page.IsFlushing = false;
                if (!written)
                {
                    MarkDirty(write.Page);
                }
            }

            DropSome();
        }
    }

    private void MarkDirty(TablePage page)
    {
        if (_dirty.Add(page))
        {
            page.IsDirty = true;
            DirtyBytes += page.Rank == TableEdit.AtClose ? 0 : page.Bytes.Length;
        }
    }

    /// <summary>Drops pages that were not used since the last sweep until the budget holds or all were looked at
    /// twice.</summary>
    private void DropSome()
    {
        for (var looks = 2 * _sweep.Count; looks > 0 && _bytes > budget; looks--)
        {
            var page = _sweep.Dequeue();
            if (page.WasUsed || !page.CanDrop)
            {
                page.WasUsed = false;
                _sweep.Enqueue(page);
                continue;
            }

            Remove(page);
        }
    }

    private void Remove(TablePage page)
    {
        page.IsDropped = true;
        _pages.TryRemove(page.Reference.Offset.Value, out _);
        Interlocked.Add(ref _bytes, -page.Bytes.Length);
        if (page.WasEdited)
        {
            Interlocked.Increment(ref _editedDrops);
        }
    }
}
