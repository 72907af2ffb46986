using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

internal sealed partial class VmdkSparseDriver
{
    /// <summary>A page of the directory after the other: its tables, the other directory's tables, its grains. So
    /// neighbours in the file mostly follow each other.</summary>
    public IEnumerable<Region> Regions(ITables tables)
    {
        foreach (var region in _staticRegions)
        {
            yield return region;
        }

        var leading = new uint[VmdkEntries.PerPage];
        var other = new uint[VmdkEntries.PerPage];
        var grains = new uint[_layout.TableEntries];
        for (var first = 0L; first < _layout.Tables; first += VmdkEntries.PerPage)
        {
            var count = ReadDirectory(tables, _directories.Leading, first, leading);
            foreach (var region in TableRegions(_directories.Leading, first, leading.AsMemory(0, count), "grain table"))
            {
                yield return region;
            }

            if (_directories is { Other: { } redundant, OtherHasTables: true })
            {
                ReadDirectory(tables, redundant, first, other);
                DropForeign(other, leading);
                foreach (var region in TableRegions(
                    redundant, first, other.AsMemory(0, count), "redundant grain table"))
                {
                    yield return region;
                }
            }

            if (VmdkEntries.AreHole(tables, _layout, leading.AsSpan(0, count)))
            {
                continue;
            }

            for (var index = 0; index < count; index++)
            {
                // One outside the file is told by its region; there is nothing to read.
                var used = leading[index] == VmdkSparseLayout.Unallocated || leading[index] > LastTable
                    ? 0 : ReadTable(tables, leading[index], first + index, grains);
                for (var entry = 0; entry < used; entry++)
                {
                    if (!IsZero(grains[entry]))
                    {
                        yield return GrainRegion(leading[index], first + index, entry, grains[entry]);
                    }
                }
            }
        }
    }

    /// <summary>The last sector at which a table is inside the file.</summary>
    private long LastTable => (_fileLength() - _layout.TableLength) / VmdkSparseLayout.SectorSize;

    private static int ReadDirectory(ITables tables, HostRange directory, long first, Span<uint> into)
    {
        tables.TryGet(PageRef.Of(directory, first * sizeof(uint)), out var page);
        return VmdkEntries.Copy(page, into);
    }

    /// <summary>Entries that name no table of their own: they are put right before the first change.</summary>
    private void DropForeign(Span<uint> other, ReadOnlySpan<uint> leading)
    {
        var last = LastTable;
        for (var index = 0; index < other.Length; index++)
        {
            if (other[index] == leading[index] || other[index] > last)
            {
                other[index] = VmdkSparseLayout.Unallocated;
            }
        }
    }

    /// <summary>Tables that stand one behind the other are one region.</summary>
    private IEnumerable<Region> TableRegions(HostRange directory, long first, ReadOnlyMemory<uint> entries, string name)
    {
        var stride = VmdkSparseLayout.PadToSector(_layout.TableLength);
        for (var (index, count) = (0, 1); index < entries.Length; index += count, count = 1)
        {
            var place = VmdkSparseLayout.PlaceOf(entries.Span[index]);
            if (entries.Span[index] == VmdkSparseLayout.Unallocated)
            {
                continue;
            }

            while (index + count < entries.Length
                && VmdkSparseLayout.PlaceOf(entries.Span[index + count]) == place + (count * stride))
            {
                count++;
            }

            yield return new Region(
                RegionKind.Table, new HostRange(place, ((count - 1) * stride) + _layout.TableLength),
                directory.Start + ((first + index) * sizeof(uint)), first + index,
                Name: count == 1 ? name : $"{count} {name}s from");
        }
    }

    /// <returns>How many entries are to be looked at: up to the last grain that is in the file.</returns>
    private int ReadTable(ITables tables, uint place, long table, Span<uint> into)
    {
        tables.TryGet(PageOf(place), out var page);
        var used = page.LastIndexOfAnyExcept((byte)0) + 1;
        VmdkEntries.Copy(page, into);
        return Math.Min((used + sizeof(uint) - 1) / sizeof(uint), _layout.EntriesIn(table));
    }

    private Region GrainRegion(uint tablePlace, long table, int index, uint entry)
    {
        var grain = (table * _layout.TableEntries) + index;
        var length = _layout.LengthOf(grain);
        return new Region(
            RegionKind.Block, new HostRange(VmdkSparseLayout.PlaceOf(entry), length),
            VmdkSparseLayout.PlaceOf(tablePlace) + (index * sizeof(uint)), grain, _layout.GrainSize - length,
            "grain");
    }
}
