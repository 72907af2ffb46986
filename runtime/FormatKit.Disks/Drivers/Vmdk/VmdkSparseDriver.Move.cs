using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <remarks>Grains that are moved; tables stay where they are.</remarks>
internal sealed partial class VmdkSparseDriver : IMovesUnits
{
    public UnitPlace UnitPlace => new(_layout.GrainSize, Alignment, Lead: 0, VmdkSparseLayout.SectorSize);

    public PlanResult PlanMove(ITables tables, long unit, HostOffset to, WritePlan plan)
    {
        if (!TryGetEntry(tables, _directories.Leading, _layout.TableOf(unit), out var table)
            || !tables.TryGet(PageOf(table), out var page))
        {
            return PlanResult.PageMissing;
        }

        var entry = EntryAt(page, _layout.EntryOf(unit));
        return PlanFreeGrain(tables, unit, table, entry, VmdkSparseLayout.EntryFor(to), plan);
    }
}
