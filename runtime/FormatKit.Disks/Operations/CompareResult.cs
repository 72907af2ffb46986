namespace FormatKit.Disks.Operations;

/// <summary>What comparing two disks found.</summary>
/// <param name="AreEqual">Whether they count as equal.</param>
/// <param name="FirstDifference">The first guest byte that differs; null when none does.</param>
/// <param name="LengthsDiffer">Whether one is longer.</param>
public sealed record CompareResult(bool AreEqual, long? FirstDifference, bool LengthsDiffer);
