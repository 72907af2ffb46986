using System.Globalization;

namespace FormatKit.Formats.Partitions;

public sealed partial class PartitionTable
{
    private static PartitionTable ReadMbr(PartitionScan scan, in MbrSector mbr)
    {
        scan.Structures.Add(GuestStructure.Of<MbrSector>("MBR", default));
        MbrReader.Read(scan, mbr);
        return new PartitionTable(
            scan, PartitionScheme.Mbr, string.Create(CultureInfo.InvariantCulture, $"0x{mbr.DiskSignature:x8}"));
    }
}
