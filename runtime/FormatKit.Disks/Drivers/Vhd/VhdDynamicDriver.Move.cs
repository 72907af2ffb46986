using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>Blocks that are moved. A block's bitmap goes with it, and what a batmap says of the block stays true.</remarks>
internal sealed partial class VhdDynamicDriver : IMovesUnits
{
    public UnitPlace UnitPlace =>
        new(_layout.BlockStride, DataAlignment, _layout.BitmapLength, VhdLayout.SectorSize);

    public PlanResult PlanMove(ITables tables, long unit, HostOffset to, WritePlan plan)
    {
        if (!TryGetEntry(tables, unit, out var entry))
        {
            return PlanResult.PageMissing;
        }

        EditEntry(unit, VhdLayout.EntryFor(to), plan);
        plan.Freed.Add(BlockRange(unit, entry));
        return PlanResult.Ready;
    }
}
