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
        foreach (var partition in partitions.OrderBy(partition => partition.Start))
        {
            if (farthest is not null && partition.Start < farthest.End)
            {
                var (at, one, other) = (partition.Start, farthest.Number, partition.Number);
                scan.Warn(
                    PartitionWarningKind.Overlap, at, $"partitions {one} and {other} overlap from byte {at.Value} on");
            }

            farthest = farthest is null || partition.End > farthest.End ? partition : farthest;
        }
    }
}
