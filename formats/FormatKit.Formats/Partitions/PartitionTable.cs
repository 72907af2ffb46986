namespace FormatKit.Formats.Partitions;

/// <summary>
/// How a disk is divided into partitions, found from its bytes as far as they can be trusted. Whatever the bytes are,
/// reading comes to an end after a bounded number of bounded reads; what is wrong is a warning.
/// </summary>
public sealed partial class PartitionTable
{
    private PartitionTable(PartitionScan scan, PartitionScheme scheme, string? id)
    {
        Scheme = scheme;
        SectorSize = scan.SectorSize;
        Id = id;
        Partitions = scan.Partitions;
        Structures = [.. scan.Structures.OrderBy(structure => structure.Offset)];
        Warnings = scan.Warnings;
    }

    /// <summary>How the disk is divided.</summary>
    public PartitionScheme Scheme { get; }

    /// <summary>Bytes of a logical block, 512 or 4096. A GPT tells; an MBR does only by where its chain of extended
    /// records goes on, and is taken for one of 512 bytes otherwise.</summary>
    public int SectorSize { get; }

    /// <summary>The id of the disk: a GPT's GUID, an MBR's signature as <c>0x12345678</c>; null without a
    /// table.</summary>
    public string? Id { get; }

    /// <summary>The partitions, in the order of their numbers.</summary>
    public IReadOnlyList<Partition> Partitions { get; }

    /// <summary>The structures of the table, in the order of the disk.</summary>
    public IReadOnlyList<GuestStructure> Structures { get; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<PartitionWarning> Warnings { get; }

    /// <summary>Reads the partition table of a disk.</summary>
    /// <param name="disk">The disk. What it does not read, although it has the bytes, is taken for damaged.</param>
    public static PartitionTable Read(IByteSource disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        var scan = new PartitionScan(disk);
        var table = Read(scan);
        PartitionOverlaps.Find(scan);
        return table;
    }

    /// <summary>An MBR with partitions counts for more than a GPT that it does not protect: so do systems see it, and
    /// what is left of a GPT from before may be anything.</summary>
    private static PartitionTable Read(PartitionScan scan)
    {
        var hasSector = scan.Disk.TryRead<MbrSector>(0, out var sector);
        var mbr = hasSector ? MbrKinds.Of(sector) : default;
        var gpt = GptReader.Find(scan);
        if (gpt.Best is { } best
            && (mbr.HasGpt || (!mbr.HasOthers && (best == gpt.Primary || !LayoutMagic.HasMagic(sector)))))
        {
            return ReadGpt(scan, gpt, best, mbr);
        }

        if (gpt.Best is { } ignored)
        {
            scan.Warn(
                PartitionWarningKind.GptIgnored, ignored.Place,
                $"the GPT with a header at byte {ignored.Place.Value} is not gone by: no MBR protects it");
        }
        else if (mbr.HasGpt || (!mbr.IsRecord && (gpt.Primary ?? gpt.Backup) is not null))
        {
            scan.Warn(
                PartitionWarningKind.BothDamaged, default,
                $"no copy of the GPT is whole: {(gpt.Primary ?? gpt.Backup)?.Problem ?? "there are no headers"}");
            gpt.AddStructures();
        }

        return mbr.HasGpt || mbr.HasOthers || (mbr.IsRecord && !FatBootSector.IsAt(scan.Disk, 0))
            ? ReadMbr(scan, sector)
            : new PartitionTable(scan, PartitionScheme.None, null);
    }
}
