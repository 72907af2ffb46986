namespace FormatKit.Formats.Partitions;

public sealed partial class PartitionTable
{
    private static PartitionTable ReadGpt(PartitionScan scan, GptReader gpt, GptCopy best, in MbrKinds mbr)
    {
        if (mbr.IsRecord)
        {
            scan.Structures.Add(GuestStructure.Of<MbrSector>(mbr.HasGpt ? "protective MBR" : "MBR", default));
        }

        if (!mbr.HasGpt)
        {
            scan.Warn(PartitionWarningKind.NoProtectiveMbr, default, $"there is a GPT and no MBR that protects it");
        }
        else if (mbr.HasOthers)
        {
            scan.Warn(
                PartitionWarningKind.HybridMbr, default,
                $"the MBR before the GPT has partitions of its own, which systems that know no GPT go by");
        }

        gpt.AddStructures();
        gpt.AddPartitions(best);
        return new PartitionTable(scan, PartitionScheme.Gpt, $"{best.Header.DiskId}");
    }
}
