using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

internal sealed partial class VmdkSparseDriver
{
    private const int EntriesPerPage = PageRef.MaxLength / sizeof(uint);

    /// <summary>A page of the directory after the other: its tables, the other directory's tables, its grains. So
    /// neighbours in the file mostly follow each other.</summary>
    public IEnumerable<Region> Regions(ITables tables)
    {
        foreach (var region in _staticRegions)
        {
            yield return region;
        }

        var leading = new uint[EntriesPerPage];
        var other = new uint[EntriesPerPage];
        var grains = new uint[_layout.TableEntries];
        for (var first = 0L; first < _layout.Tables; first += EntriesPerPage)
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

            for (var index = 0; index < count; index++)
            {
                var used = leading[index] == VmdkSparseLayout.Unallocated
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

    private static int ReadDirectory(ITables tables, HostRange directory, long first, Span<uint> into)
    {
        tables.TryGet(PageRef.Of(directory, first * sizeof(uint)), out var page);
        CopyEntries(page, into);
        return page.Length / sizeof(uint);
    }

    private static void CopyEntries(ReadOnlySpan<byte> page, Span<uint> into)
    {
        var entries = MemoryMarshal.Cast<byte, uint>(page);
        if (BitConverter.IsLittleEndian)
        {
            entries.CopyTo(into);
        }
        else
        {
            BinaryPrimitives.ReverseEndianness(entries, into);
        }
    }

    /// <summary>Entries that name no table of their own: they are put right before the first change.</summary>
    private void DropForeign(Span<uint> other, ReadOnlySpan<uint> leading)
    {
        var last = (_fileLength() - _layout.TableLength) / VmdkSparseLayout.SectorSize;
        for (var index = 0; index < other.Length; index++)
        {
            if (other[index] == leading[index] || other[index] > last)
            {
                other[index] = VmdkSparseLayout.Unallocated;
            }
        }
    }

    private IEnumerable<Region> TableRegions(HostRange directory, long first, ReadOnlyMemory<uint> entries, string name)
    {
        for (var index = 0; index < entries.Length; index++)
        {
            var entry = entries.Span[index];
            if (entry != VmdkSparseLayout.Unallocated)
            {
                yield return new Region(
                    RegionKind.Table, new HostRange(VmdkSparseLayout.PlaceOf(entry), _layout.TableLength),
                    directory.Start + ((first + index) * sizeof(uint)), first + index, Name: name);
            }
        }
    }

    /// <returns>How many entries are to be looked at: up to the last grain that is in the file.</returns>
    private int ReadTable(ITables tables, uint place, long table, Span<uint> into)
    {
        tables.TryGet(PageOf(place), out var page);
        var used = page.LastIndexOfAnyExcept((byte)0) + 1;
        CopyEntries(page, into);
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
