using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

internal sealed partial class VmdkSparseDriver
{
    /// <summary>What new grains and tables begin at a multiple of, so that a guest's 4 KiB are a page of the
    /// host's.</summary>
    private const int Alignment = 4096;

    /// <summary>All edits are behind the one barrier that makes payload and new tables durable. The two copies of a
    /// table need no order: whichever is written alone names grains that are whole.</summary>
    private const byte Rank = 0;

    public PlanResult PlanWrite(ITables tables, IHostSpace space, GuestRange range, WriteKind kind, WritePlan plan)
    {
        var grain = _layout.GrainOf(range.Start);
        var table = _layout.TableOf(grain);
        if (!TryGetEntry(tables, _directories.Leading, table, out var place))
        {
            return PlanResult.PageMissing;
        }

        if (place == VmdkSparseLayout.Unallocated)
        {
            return kind == WriteKind.Data ? PlanTables(tables, space, table, plan) : PlanResult.Ready;
        }

        if (!tables.TryGet(PageOf(place), out var page))
        {
            return PlanResult.PageMissing;
        }

        var entry = EntryAt(page, _layout.EntryOf(grain));
        var isWhole = range.Length == _layout.LengthOf(grain);
        return (IsZero(entry), kind) switch
        {
            (true, WriteKind.Data) => PlanNewGrain(tables, space, grain, place, range, plan),
            (true, _) => PlanResult.Ready,
            (_, WriteKind.Discard) when isWhole =>
                PlanFreeGrain(tables, grain, place, entry, VmdkSparseLayout.Unallocated, plan),
            (_, WriteKind.Zero) when isWhole && HasZeroedGrains =>
                PlanFreeGrain(tables, grain, place, entry, VmdkSparseLayout.Zeroed, plan),
            _ => PlanOverwrite(grain, entry, range, plan),
        };
    }

    /// <summary>An empty table for both directories where both have none.</summary>
    private PlanResult PlanTables(ITables tables, IHostSpace space, long table, WritePlan plan)
    {
        // A table takes whole sectors: entries name no other places.
        var length = VmdkSparseLayout.PadToSector(_layout.TableLength);
        var copies = _directories.Other is null ? 1 : 2;
        if (!space.TryAllocate(copies * length, Alignment, 0, plan, out var at))
        {
            return PlanResult.NeedsSpace;
        }

        EditDirectory(_directories.Leading, table, at, plan);
        if (_directories.Other is { } other)
        {
            EditDirectory(other, table, at + length, plan);
        }

        return PlanResult.TablesFirst;
    }

    private PlanResult PlanNewGrain(
        ITables tables, IHostSpace space, long grain, uint table, GuestRange range, WritePlan plan)
    {
        if (!space.TryAllocate(_layout.GrainSize, Alignment, 0, plan, out var at))
        {
            return PlanResult.NeedsSpace;
        }

        var entry = VmdkSparseLayout.EntryFor(at);
        PlaceInGrain(grain, entry, range, plan);
        return EditTables(tables, grain, table, entry, plan);
    }

    private PlanResult PlanFreeGrain(
        ITables tables, long grain, uint table, uint entry, uint newEntry, WritePlan plan)
    {
        plan.Freed.Add(new HostRange(VmdkSparseLayout.PlaceOf(entry), _layout.LengthOf(grain)));
        return EditTables(tables, grain, table, newEntry, plan);
    }

    private PlanResult PlanOverwrite(long grain, uint entry, GuestRange range, WritePlan plan)
    {
        PlaceInGrain(grain, entry, range, plan);
        return PlanResult.Ready;
    }

    private void PlaceInGrain(long grain, uint entry, GuestRange range, WritePlan plan) =>
        plan.Place.Add(Extent.Data(
            range.Start, range.Length,
            VmdkSparseLayout.PlaceOf(entry) + (range.Start - _layout.StartOf(grain))));

    /// <summary>The new entry of a grain in its table and in the table's copy.</summary>
    private PlanResult EditTables(ITables tables, long grain, uint table, uint entry, WritePlan plan)
    {
        EditTable(table, grain, entry, plan);
        if (_directories.Other is not { } other)
        {
            return PlanResult.Ready;
        }

        if (!TryGetEntry(tables, other, _layout.TableOf(grain), out var copy))
        {
            return PlanResult.PageMissing;
        }

        // Where one directory was damaged, both name the same table.
        if (copy != table)
        {
            EditTable(copy, grain, entry, plan);
        }

        return PlanResult.Ready;
    }

    private void EditTable(uint table, long grain, uint entry, WritePlan plan) =>
        plan.Edits.Add(new TableEdit(PageOf(table), _layout.EntryOf(grain) * sizeof(uint), BytesOf(entry), Rank));

    private static void EditDirectory(HostRange directory, long table, HostOffset place, WritePlan plan)
    {
        var position = table * sizeof(uint);
        plan.Edits.Add(new TableEdit(
            PageRef.Of(directory, position), (int)(position % PageRef.MaxLength),
            BytesOf(VmdkSparseLayout.EntryFor(place)), Rank));
    }

    private static byte[] BytesOf(uint entry)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, entry);
        return bytes;
    }
}
