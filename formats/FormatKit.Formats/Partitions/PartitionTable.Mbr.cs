using System.Globalization;

namespace FormatKit.Formats.Partitions;

public sealed partial class PartitionTable
{
    private static PartitionTable ReadMbr(PartitionScan scan)
    {
        // That every boot indicator is legal is among its rules, and tells it from other sectors that end with 55 AA.
        if (!scan.Disk.TryRead<MbrSector>(0, out var mbr) || !Layout.IsValid(mbr)
            || (IsEmpty(mbr) && FatBootSector.IsAt(scan.Disk, 0)))
        {
            return new PartitionTable(scan, PartitionScheme.None, null);
        }

        scan.Structures.Add(GuestStructure.Of<MbrSector>("MBR", default));
        MbrReader.Read(scan, mbr);
        return new PartitionTable(
            scan, PartitionScheme.Mbr, string.Create(CultureInfo.InvariantCulture, $"0x{mbr.DiskSignature:x8}"));
    }

    private static bool IsEmpty(in MbrSector mbr)
    {
        foreach (ref readonly var entry in mbr.Entries)
        {
            if (entry.Type != MbrPartitionType.Empty)
            {
                return false;
            }
        }

        return true;
    }
}
