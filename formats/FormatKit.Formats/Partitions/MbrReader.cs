using System.Globalization;

namespace FormatKit.Formats.Partitions;

/// <summary>Reads the partitions of an MBR, and of the chains of extended records that begin there.</summary>
/// <remarks>Chains are not described by any standard; read here as Linux does (block/partitions/msdos.c).</remarks>
internal sealed class MbrReader
{
    /// <summary>Extended records that are read: more than any system takes.</summary>
    public const int MaxRecords = 256;

    private const int FirstLogical = 5;

    private readonly PartitionScan _scan;
    /// <summary>The records that were read, with the MBR.</summary>
    private readonly HashSet<GuestOffset> _seen = [default];
    private int _nextNumber = FirstLogical;

    private MbrReader(PartitionScan scan) => _scan = scan;

    /// <summary>Adds all partitions.</summary>
    public static void Read(PartitionScan scan, in MbrSector mbr)
    {
        scan.SectorSize = SectorSizeOf(scan.Disk, mbr);
        var reader = new MbrReader(scan);
        for (var index = 0; index < mbr.Entries.Length; index++)
        {
            reader.Add(mbr.Entries[index], index + 1, 0, default);
        }

        foreach (ref readonly var entry in mbr.Entries)
        {
            if (entry.Type.IsExtended() && entry.SectorCount > 0)
            {
                reader.Follow(entry);
            }
        }
    }

    /// <summary>Nothing in an MBR says how long its sectors are. Where there is an extended partition, one of the two
    /// lengths leads to its first record.</summary>
    private static int SectorSizeOf(IByteSource disk, in MbrSector mbr)
    {
        foreach (ref readonly var entry in mbr.Entries)
        {
            if (entry.Type.IsExtended() && !IsRecord(disk, entry.StartLba * 512L)
                && IsRecord(disk, entry.StartLba * 4096L))
            {
                return 4096;
            }
        }

        return 512;
    }

    private static bool IsRecord(IByteSource disk, long offset) =>
        disk.TryRead<MbrSector>(offset, out var record) && Layout.IsValid(record);

    private void Follow(in MbrEntry extended)
    {
        ulong start = extended.StartLba;
        var end = start + extended.SectorCount;
        for (ulong? next = start; next is { } sector;)
        {
            next = null;
            if (sector >= end || !_scan.TryPlace(sector, 1, out var place, out _))
            {
                _scan.Warn(
                    PartitionWarningKind.LeavesExtended, default,
                    $"the chain of extended boot records goes on at sector {sector}, outside of its partition");
            }
            else if (!_seen.Add(place))
            {
                _scan.Warn(PartitionWarningKind.Loop, place, $"the chain of extended boot records comes back to it");
            }
            else if (_seen.Count > 1 + MaxRecords)
            {
                _scan.Warn(
                    PartitionWarningKind.TooMany, place,
                    $"the chain of extended boot records goes on; {MaxRecords} are read");
            }
            else
            {
                next = ReadRecord(place, sector) is { } link ? start + link : null;
            }
        }
    }

    /// <summary>Adds the partition of an extended boot record.</summary>
    /// <returns>Where the next record is, in sectors from the start of the extended partition; null at the
    /// last.</returns>
    private uint? ReadRecord(GuestOffset place, ulong sector)
    {
        if (!_scan.Disk.TryRead<MbrSector>(place.Value, out var record))
        {
            _scan.Warn(
                PartitionWarningKind.Unreadable, place, $"the extended boot record at byte {place.Value} is not there");
            return null;
        }

        if (!Layout.IsValid(record))
        {
            _scan.Warn(
                PartitionWarningKind.BrokenChain, place, $"at byte {place.Value} there is no extended boot record");
            return null;
        }

        _scan.Structures.Add(GuestStructure.Of<MbrSector>("extended boot record", place));
        var (hasPartition, link) = (false, (uint?)null);
        foreach (ref readonly var entry in record.Entries)
        {
            if (entry.Type == MbrPartitionType.Empty || entry.SectorCount == 0)
            {
                continue;
            }

            if (entry.Type.IsExtended() && link is null)
            {
                link = entry.StartLba;
            }
            else if (!entry.Type.IsExtended() && !hasPartition)
            {
                hasPartition = true;
                Add(entry, _nextNumber++, sector, place);
            }
            else
            {
                _scan.Warn(
                    PartitionWarningKind.ImpossibleEntry, place,
                    $"the extended boot record at byte {place.Value} has more than a partition and a next record");
            }
        }

        return link;
    }

    private void Add(in MbrEntry entry, int number, ulong origin, GuestOffset record)
    {
        if (entry.Type != MbrPartitionType.Empty)
        {
            var partition = new Partition
            {
                Number = number,
                Start = default,
                Length = 0,
                Type = ((byte)entry.Type).ToString("x2", CultureInfo.InvariantCulture),
                TypeName = MbrPartitionTypes.NameOf(entry.Type),
                IsBootable = entry.BootIndicator == MbrBootIndicator.Active,
                IsExtended = entry.Type.IsExtended(),
                IsLogical = number >= FirstLogical,
            };
            _scan.Add(partition, origin + entry.StartLba, entry.SectorCount, record);
        }
    }
}
