namespace FormatKit.Formats.Partitions;

/// <summary>Finds the copies of a GPT and reads the partitions of the better one.</summary>
internal sealed class GptReader
{
    private static readonly int[] SectorSizes = [512, 4096];

    private readonly PartitionScan _scan;

    private GptReader(PartitionScan scan)
    {
        _scan = scan;
        Primary = FindPrimary(scan.Disk);
        Backup = FindBackup(scan.Disk, Primary);
        Best = Choose(InPlace(Primary), InPlace(Backup));
    }

    /// <summary>The copy at the start of the disk; null where there is none.</summary>
    public GptCopy? Primary { get; }

    /// <summary>The copy at the end of the disk; null where there is none.</summary>
    public GptCopy? Backup { get; }

    /// <summary>The copy that is gone by: the first whole one, or one with a whole header; null where none has
    /// that.</summary>
    public GptCopy? Best { get; }

    /// <summary>Looks for both copies.</summary>
    public static GptReader Find(PartitionScan scan) => new(scan);

    /// <summary>Adds the headers and tables that there are, whole or not.</summary>
    public void AddStructures()
    {
        AddStructures(Primary, "");
        AddStructures(Backup, "backup ");
    }

    /// <summary>Adds the partitions of <see cref="Best"/>, and says what is wrong.</summary>
    public void AddPartitions(GptCopy best)
    {
        _scan.SectorSize = best.SectorSize;
        if (best.EntriesProblem is { } problem)
        {
            _scan.Warn(PartitionWarningKind.EntriesDamaged, best.Place, $"{problem}");
        }

        WarnOfCopies(best);
        ref readonly var header = ref best.Header;
        for (var index = 0; best.Entries.Length > 0 && index < header.EntryCount; index++)
        {
            var at = (int)(index * header.EntrySize);
            ref readonly var entry = ref GptEntry.View(best.Entries.AsSpan(at));
            if (entry.Type != GptPartitionTypes.Unused)
            {
                Add(entry, index + 1, header, best.EntriesPlace + at);
            }
        }
    }

    /// <summary>A copy that says that it stands elsewhere is none of this table.</summary>
    private static GptCopy? InPlace(GptCopy? copy) => copy is { IsInPlace: true } ? copy : null;

    private static GptCopy? Choose(GptCopy? primary, GptCopy? backup)
    {
        var choice = (primary, backup) switch
        {
            (null, _) => ReplicaChoice.Second,
            (_, null) => ReplicaChoice.First,
            _ => Replica.Choose(
                in primary.Header, new ExternalRegions(primary.Entries),
                in backup.Header, new ExternalRegions(backup.Entries)),
        };
        var best = choice == ReplicaChoice.Second
            || (choice == ReplicaChoice.Neither && primary is not { HeaderProblem: null }) ? backup : primary;
        return best is { HeaderProblem: null } ? best : null;
    }

    private static GptCopy? FindPrimary(IByteSource disk)
    {
        var copies = SectorSizes.Select(size => GptCopy.At(disk, new GuestOffset(size), size)).ToList();
        return copies.Find(copy => copy is { IsWhole: true }) ?? copies.Find(copy => copy is not null);
    }

    /// <summary>A whole first copy says where the other is; without one it must be in the last block, whatever size
    /// blocks have.</summary>
    private static GptCopy? FindBackup(IByteSource disk, GptCopy? primary)
    {
        if (primary is { HeaderProblem: null })
        {
            var place = (UInt128)primary.Header.AlternateLba * (uint)primary.SectorSize;
            return place < (ulong)disk.Length && place != (ulong)primary.Place.Value
                ? GptCopy.At(disk, new GuestOffset((long)place), primary.SectorSize) : null;
        }

        var copies = SectorSizes.Where(size => disk.Length / size > 2)
            .Select(size => GptCopy.At(disk, LastBlock(disk, size), size)).ToList();
        return copies.Find(copy => copy is { IsWhole: true }) ?? copies.Find(copy => copy is not null);
    }

    private static GuestOffset LastBlock(IByteSource disk, int sectorSize) =>
        new(((disk.Length / sectorSize) - 1) * sectorSize);

    private void WarnOfCopies(GptCopy best)
    {
        if (Primary is not { IsWhole: true })
        {
            _scan.Warn(
                PartitionWarningKind.PrimaryDamaged, new GuestOffset(best.SectorSize),
                $"the first copy of the GPT is damaged: {Primary?.Problem ?? "there is no header"}");
        }

        if (Backup is not { IsWhole: true })
        {
            _scan.Warn(
                PartitionWarningKind.BackupDamaged, Backup?.Place ?? LastBlock(_scan.Disk, best.SectorSize),
                $"the backup of the GPT is damaged: {Backup?.Problem ?? "there is no header"}");
        }
        else if (Primary is { IsWhole: true }
            && Replica.Compare(in Primary.Header, in Backup.Header) is [var difference, ..])
        {
            _scan.Warn(
                PartitionWarningKind.CopiesDiffer, Backup.Place,
                $"the copies of the GPT say different things; the first is gone by: {difference}");
        }

        if (Backup is not null && Backup.Place != LastBlock(_scan.Disk, best.SectorSize))
        {
            _scan.Warn(
                PartitionWarningKind.BackupNotAtEnd, Backup.Place,
                $"the backup of the GPT is at byte {Backup.Place.Value} and not at the end of the disk");
        }
    }

    private void Add(in GptEntry entry, int number, in GptHeader header, GuestOffset place)
    {
        var partition = new Partition
        {
            Number = number,
            Start = default,
            Length = 0,
            Type = $"{entry.Type}",
            TypeName = GptPartitionTypes.NameOf(entry.Type),
            Name = entry.Name,
            UniqueId = entry.UniqueId,
            Attributes = entry.Attributes,
            IsBootable = entry.Attributes.HasFlag(GptAttributes.LegacyBiosBootable),
        };
        var count = entry.LastLba < entry.FirstLba ? 0 : (UInt128)entry.LastLba - entry.FirstLba + 1;
        _scan.Structures.Add(GuestStructure.Of<GptEntry>($"GPT entry {number}", place, partition.TypeName));
        _scan.Add(partition, entry.FirstLba, count, place);
        if (entry.FirstLba < header.FirstUsableLba || entry.LastLba > header.LastUsableLba)
        {
            var (first, last) = (header.FirstUsableLba, header.LastUsableLba);
            _scan.Warn(
                PartitionWarningKind.OutsideUsable, place,
                $"partition {number} is outside of the usable logical blocks, which are {first} to {last}");
        }
    }

    private void AddStructures(GptCopy? copy, string which)
    {
        if (copy is not null)
        {
            _scan.Structures.Add(GuestStructure.Of<GptHeader>($"{which}GPT header", copy.Place));
            if (copy.Entries.Length > 0)
            {
                _scan.Structures.Add(new GuestStructure(
                    $"{which}GPT entries", copy.EntriesPlace, copy.Entries.Length,
                    Note: $"{copy.Header.EntryCount} entries"));
            }
        }
    }
}
