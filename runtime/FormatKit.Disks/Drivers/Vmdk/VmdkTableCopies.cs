using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>
/// The two copies of directory and tables, entry by entry. The leading copy counts, but where it cannot be right or
/// knows of nothing the other's entry does: a loss of power leaves some entries old and some new, which is all one, and
/// a sector that was lost reads as zeros.
/// </summary>
internal sealed class VmdkTableCopies
{
    /// <summary>The most corrections that are kept in memory, 4 KiB each at most.</summary>
    private const int MaxMends = 4096;

    /// <summary>More differences than any damage makes: a copy that nobody has kept, or a file that means to take
    /// time.</summary>
    private const long MaxDifferences = 1 << 18;

    private readonly ByteStore _store;
    private readonly VmdkSparseLayout _layout;
    private readonly bool _hasZeroedGrains;
    private readonly HostRange _leading;
    private readonly HostRange _other;
    private readonly long _fileLength;
    private long _compared;

    /// <param name="store">The file.</param>
    /// <param name="layout">Where the grains are.</param>
    /// <param name="hasZeroedGrains">Whether a table entry of 1 means zeros.</param>
    /// <param name="leading">The directory that counts.</param>
    /// <param name="other">The one beside it.</param>
    public VmdkTableCopies(
        ByteStore store, VmdkSparseLayout layout, bool hasZeroedGrains, HostRange leading, HostRange other)
    {
        _store = store;
        _layout = layout;
        _hasZeroedGrains = hasZeroedGrains;
        _leading = leading;
        _other = other;
        _fileLength = store.Length;
    }

    /// <summary>Directory entries and tables that are not what their copies are.</summary>
    public long Differences { get; private set; }

    /// <summary>Corrections of the leading copy.</summary>
    public List<HostWrite> Mends { get; } = [];

    /// <summary>Finds the differences and the corrections of the leading copy.</summary>
    /// <returns>False when so much differs that the other copy is no help.</returns>
    public bool TryCompare()
    {
        var tables = new ScannedTables(_store, TableMends.None);
        var table = new byte[_layout.TableLength];
        for (var page = 0L; page < _leading.Length; page += PageRef.MaxLength)
        {
            var leading = Page(tables, _leading, page);
            var other = Page(tables, _other, page);
            if (AreHoles(tables, leading, other))
            {
                continue;
            }

            var changed = false;
            for (var at = 0; at < leading.Length; at += sizeof(uint))
            {
                changed |= ResolveDirectory(leading, other, at);
                var (place, copy) = (EntryAt(leading, at), EntryAt(other, at));
                if (IsTable(place) && IsTable(copy) && copy != place)
                {
                    // More than the file has means that entries name one table again and again.
                    _compared += 2 * table.Length;
                    Table(tables, place).CopyTo(table);
                    var index = (page + at) / sizeof(uint);
                    CompareTables(table, Table(tables, copy), index, VmdkSparseLayout.PlaceOf(place));
                }
            }

            if (changed)
            {
                Mends.Add(new HostWrite(_leading.Start + page, leading));
            }

            if (Mends.Count > MaxMends || Differences > MaxDifferences || _compared > _fileLength)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What makes the other copy equal to the leading one, as both are in the file then.</summary>
    /// <param name="otherHasTables">Whether the other one's tables are its own; if not, its entries come to name the
    /// leading one's.</param>
    public IEnumerable<HostWrite> Copies(bool otherHasTables)
    {
        var tables = new ScannedTables(_store, TableMends.None);
        var table = new byte[_layout.TableLength];
        for (var page = 0L; page < _leading.Length; page += PageRef.MaxLength)
        {
            var leading = Page(tables, _leading, page);
            var other = Page(tables, _other, page);
            if (otherHasTables && AreHoles(tables, leading, other))
            {
                continue;
            }

            var changed = false;
            for (var at = 0; at < leading.Length; at += sizeof(uint))
            {
                var (place, copy) = (EntryAt(leading, at), EntryAt(other, at));
                if (place == copy)
                {
                    continue;
                }

                if (place == VmdkSparseLayout.Unallocated || !otherHasTables || !IsTable(copy))
                {
                    leading.AsSpan(at, sizeof(uint)).CopyTo(other.AsSpan(at));
                    changed = true;
                    continue;
                }

                Table(tables, place).CopyTo(table);
                if (!Table(tables, copy).SequenceEqual(table))
                {
                    yield return new HostWrite(VmdkSparseLayout.PlaceOf(copy), table.ToArray());
                }
            }

            if (changed)
            {
                yield return new HostWrite(_other.Start + page, other);
            }
        }
    }

    private static byte[] Page(ScannedTables tables, HostRange directory, long position)
    {
        tables.TryGet(PageRef.Of(directory, position), out var page);
        return page.ToArray();
    }

    /// <summary>Whether all tables of both pages are empty, and so equal.</summary>
    private bool AreHoles(ScannedTables tables, ReadOnlySpan<byte> leading, ReadOnlySpan<byte> other)
    {
        Span<uint> entries = stackalloc uint[VmdkEntries.PerPage];
        return VmdkEntries.AreHole(tables, _layout, entries[..VmdkEntries.Copy(leading, entries)])
            && VmdkEntries.AreHole(tables, _layout, entries[..VmdkEntries.Copy(other, entries)]);
    }

    private ReadOnlySpan<byte> Table(ScannedTables tables, uint place)
    {
        tables.TryGet(new PageRef(VmdkSparseLayout.PlaceOf(place), _layout.TableLength), out var table);
        return table;
    }

    private static uint EntryAt(ReadOnlySpan<byte> entries, int position) =>
        BinaryPrimitives.ReadUInt32LittleEndian(entries[position..]);

    private bool ResolveDirectory(Span<byte> leading, ReadOnlySpan<byte> other, int at)
    {
        var (place, copy) = (EntryAt(leading, at), EntryAt(other, at));
        if (place == copy)
        {
            return false;
        }

        var isOdd = !IsTable(place) || !IsTable(copy);
        Differences += isOdd ? 1 : 0;
        if (IsTable(place) || !(IsTable(copy) || copy == VmdkSparseLayout.Unallocated))
        {
            return false;
        }

        other.Slice(at, sizeof(uint)).CopyTo(leading[at..]);
        return true;
    }

    private void CompareTables(byte[] leading, ReadOnlySpan<byte> other, long index, HostOffset place)
    {
        if (other.SequenceEqual(leading))
        {
            return;
        }

        Differences++;
        var changed = false;
        for (var entry = 0; entry < _layout.EntriesIn(index); entry++)
        {
            var at = entry * sizeof(uint);
            var (here, there) = (EntryAt(leading, at), EntryAt(other, at));
            var isBetter = here == VmdkSparseLayout.Unallocated || !CanBe(here);
            if (here != there && isBetter && CanBe(there))
            {
                other.Slice(at, sizeof(uint)).CopyTo(leading.AsSpan(at));
                changed = true;
            }
        }

        if (changed)
        {
            Mends.Add(new HostWrite(place, leading.ToArray()));
        }
    }

    private bool IsTable(uint place) =>
        place != VmdkSparseLayout.Unallocated
        && VmdkSparseLayout.PlaceOf(place) + _layout.TableLength <= new HostOffset(_fileLength);

    private bool CanBe(uint entry) =>
        entry is VmdkSparseLayout.Unallocated
        || (entry == VmdkSparseLayout.Zeroed ? _hasZeroedGrains
            : VmdkSparseLayout.PlaceOf(entry) < new HostOffset(_fileLength));
}
