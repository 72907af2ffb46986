using System.Globalization;

namespace FormatKit.Formats.Partitions;

/// <summary>What is found while a partition table is read.</summary>
internal sealed class PartitionScan(IByteSource disk)
{
    /// <summary>A hostile table could have as many warnings as entries; who reads more?</summary>
    public const int MaxWarnings = 64;

    private int _unsaid;

    public IByteSource Disk { get; } = disk;

    public int SectorSize { get; set; } = 512;

    public List<Partition> Partitions { get; } = [];

    public List<GuestStructure> Structures { get; } = [];

    public List<PartitionWarning> Warnings { get; } = [];

    public void Warn(PartitionWarningKind kind, GuestOffset at, FormattableString text)
    {
        if (Warnings.Count < MaxWarnings)
        {
            Warnings.Add(new PartitionWarning(kind, at, text.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        _unsaid++;
        var rest = string.Create(CultureInfo.InvariantCulture, $"{_unsaid + 1} more warnings");
        Warnings[^1] = new PartitionWarning(PartitionWarningKind.TooMany, at, rest);
    }

    /// <summary>The place of some sectors in bytes.</summary>
    /// <returns>Whether it can be said in 63 bits.</returns>
    public bool TryPlace(UInt128 sector, UInt128 count, out GuestOffset start, out long length)
    {
        var (first, bytes) = (sector * (uint)SectorSize, count * (uint)SectorSize);
        var fits = first + bytes <= long.MaxValue;
        (start, length) = fits ? (new GuestOffset((long)first), (long)bytes) : (default, 0);
        return fits;
    }

    /// <summary>Adds a partition, if only it has a place that can be said.</summary>
    public void Add(Partition partition, UInt128 sector, UInt128 count, GuestOffset entry)
    {
        if (count == 0 || !TryPlace(sector, count, out var start, out var length))
        {
            Warn(
                PartitionWarningKind.ImpossibleEntry, entry,
                $"the entry of partition {partition.Number} describes none: {count} sectors from sector {sector}");
            return;
        }

        Partitions.Add(partition with { Start = start, Length = length });
        if (start + length > new GuestOffset(Disk.Length))
        {
            Warn(
                PartitionWarningKind.PastEnd, entry,
                $"partition {partition.Number} ends at byte {(start + length).Value}, the disk at {Disk.Length}");
        }
    }
}
