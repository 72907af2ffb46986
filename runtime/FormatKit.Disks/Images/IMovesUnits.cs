using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// A driver whose allocation units can be anywhere in the file, and be somewhere else later. Each of its
/// <see cref="RegionKind.Block"/> regions is one unit, numbered in guest order from 0 on.
/// </summary>
public interface IMovesUnits
{
    /// <summary>What a place for a unit is like.</summary>
    UnitPlace UnitPlace { get; }

    /// <summary>
    /// Plans that a unit is in another place, where all of its bytes are already: the edits that say so, and the old
    /// place as freed. Planned like a write of that unit.
    /// </summary>
    /// <param name="tables">The tables.</param>
    /// <param name="unit">The unit, which is in the file.</param>
    /// <param name="to">Where it is from now on.</param>
    /// <param name="plan">The plan, empty.</param>
    /// <returns>Ready, or that a page is missing.</returns>
    PlanResult PlanMove(ITables tables, long unit, HostOffset to, WritePlan plan);
}
