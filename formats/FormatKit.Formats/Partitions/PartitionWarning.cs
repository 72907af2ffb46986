namespace FormatKit.Formats.Partitions;

/// <summary>Something wrong with a partition table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where on the disk.</param>
/// <param name="Text">A sentence for people, without a full stop.</param>
public sealed record PartitionWarning(PartitionWarningKind Kind, GuestOffset Offset, string Text);
