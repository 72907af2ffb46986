namespace FormatKit.Disks.Operations;

/// <summary>What making an image smaller has done, or would do.</summary>
/// <param name="UnitsDropped">Allocation units that had nothing but zeros, and are not in the file any more.</param>
/// <param name="UnitsMoved">Units that were moved from the end of the file into gaps.</param>
/// <param name="LengthBefore">Bytes of the file before.</param>
/// <param name="LengthAfter">Bytes of the file behind.</param>
public sealed record CompactResult(long UnitsDropped, long UnitsMoved, long LengthBefore, long LengthAfter);
