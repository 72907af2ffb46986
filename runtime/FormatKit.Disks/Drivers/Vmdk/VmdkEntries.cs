using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FormatKit.Disks.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>Entries of directories and tables by the page.</summary>
internal static class VmdkEntries
{
    /// <summary>Entries in a page of a directory.</summary>
    public const int PerPage = PageRef.MaxLength / sizeof(uint);

    /// <summary>Takes the entries out of a page.</summary>
    /// <returns>How many there are.</returns>
    public static int Copy(ReadOnlySpan<byte> page, Span<uint> into)
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

        return entries.Length;
    }

    /// <summary>
    /// Whether the tables of some entries stand one behind the other in a hole of the file: they say that nothing is
    /// there, and need not be read one by one. So it is with almost all tables of a large new disk.
    /// </summary>
    public static bool AreHole(ITables tables, VmdkSparseLayout layout, ReadOnlySpan<uint> entries)
    {
        var stride = (uint)(VmdkSparseLayout.PadToSector(layout.TableLength) / VmdkSparseLayout.SectorSize);
        if (entries.IsEmpty || entries[0] == VmdkSparseLayout.Unallocated)
        {
            return false;
        }

        for (var index = 1; index < entries.Length; index++)
        {
            if (entries[index] != entries[index - 1] + (ulong)stride)
            {
                return false;
            }
        }

        var length = entries.Length * (long)stride * VmdkSparseLayout.SectorSize;
        return tables.IsHole(new HostRange(VmdkSparseLayout.PlaceOf(entries[0]), length));
    }
}
