namespace FormatKit.Disks.Operations;

/// <summary>Guest bytes that a repair gives up, or that nobody can vouch for behind it.</summary>
/// <param name="Offset">The first of them, in guest bytes.</param>
/// <param name="Length">How many.</param>
/// <param name="ReadsAs">What is read there when it is done, as a clause without a full stop.</param>
public sealed record RepairLoss(long Offset, long Length, string ReadsAs);
