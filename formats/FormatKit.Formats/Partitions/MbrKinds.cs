namespace FormatKit.Formats.Partitions;

/// <summary>What the first sector of a disk says of how it is divided.</summary>
/// <param name="IsRecord">Whether it is a record at all. That every boot indicator is legal is among its rules, and
/// tells it from other sectors that end with 55 AA.</param>
/// <param name="HasGpt">Whether it protects a GPT (UEFI Specification 2.10, 5.2.3).</param>
/// <param name="HasOthers">Whether it has other partitions.</param>
internal readonly record struct MbrKinds(bool IsRecord, bool HasGpt, bool HasOthers)
{
    public static MbrKinds Of(in MbrSector sector)
    {
        var (hasGpt, hasOthers) = (false, false);
        foreach (ref readonly var entry in sector.Entries)
        {
            hasGpt |= entry.Type == MbrPartitionType.GptProtective;
            hasOthers |= entry.Type is not (MbrPartitionType.Empty or MbrPartitionType.GptProtective);
        }

        var isRecord = Layout.IsValid(sector);
        return new MbrKinds(isRecord, isRecord && hasGpt, isRecord && hasOthers);
    }
}
