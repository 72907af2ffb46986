namespace FormatKit.Formats.Partitions;

/// <summary>Looks for partitions that have bytes in common.</summary>
internal static class PartitionOverlaps
{
    /// <summary>Logical partitions lie in an extended one, so they are held against each other only.</summary>
    public static void Find(PartitionScan scan)
    {
        Among(scan.Partitions.Where(partition => !partition.IsLogical), scan);
        Among(scan.Partitions.Where(partition => partition.IsLogical), scan);
    }

    private static void Among(IEnumerable<Partition> partitions, PartitionScan scan)
    {
        Partition? farthest = null;
        foreach (var partition in partitions.OrderBy(partition => partition.Start).ToList())
        {
            if (farthest is not null && partition.Start < farthest.End)
            {
                scan.Warn(
                    PartitionWarningKind.Overlap, partition.Start,
                    $"partitions {farthest.Number} and {partition.Number} overlap from byte {partition.Start.Value} on");
            }

            farthest = farthest is null || partition.End > farthest.End ? partition : farthest;
        }
    }
}
