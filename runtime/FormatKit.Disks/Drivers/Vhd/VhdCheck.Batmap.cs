using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>The batmap, which is made anew from table and sector bitmaps where it is not true.</remarks>
internal sealed partial class VhdCheck
{
    private void CheckBatmap(in VhdFooter footer, DriverChoice choice)
    {
        if (choice.Opened.Driver is not VhdDynamicDriver { Batmap: { } batmap } driver)
        {
            return;
        }

        _report.Examined("batmap: version, place, checksum; every bit against table and sector bitmap");
        switch (batmap.State)
        {
            case VhdBatmapState.Trusted:
                CheckBits(driver, batmap, Rebuild(driver, batmap));
                break;
            case VhdBatmapState.Stale:
                _report.Add(
                    CheckSeverity.StaleCopy, $"The batmap is not trusted: {batmap.Reason}.", batmap.At.Value,
                    Rebuild(driver, batmap));
                break;
            case VhdBatmapState.LeftAlone when !batmap.IsKnown:
                _report.Add(
                    CheckSeverity.Note, $"The batmap is left alone, and nothing that it may know of is repaired: "
                    + $"{batmap.Reason}.", batmap.At.Value);
                break;
            default:
                _report.Add(
                    CheckSeverity.StaleCopy, $"The batmap cannot be used: {batmap.Reason}.", batmap.At.Value,
                    Move(footer, choice, driver, batmap));
                break;
        }
    }

    /// <summary>
    /// A bit that says too much is no stale copy: whoever trusts the map, and it is right by its checksum, reads what
    /// was never the guest's, while whoever reads the sector bitmaps sees another disk.
    /// </summary>
    private void CheckBits(VhdDynamicDriver driver, VhdBatmap batmap, Repair repair)
    {
        foreach (var block in driver.WronglyFull(new ScannedTables(_store, TableMends.None)))
        {
            if (_report.TakesWords)
            {
                _report.Add(
                    CheckSeverity.Corruption,
                    $"The batmap says that all of block {block.ToString(CultureInfo.InvariantCulture)} is in the file, "
                    + "its sector bitmap does not: whoever trusts the batmap reads bytes there that are not the "
                    + "guest's.",
                    (batmap.Bits.Start + (block / 8)).Value, repair);
            }
            else
            {
                _report.Count(CheckSeverity.Corruption);
            }
        }
    }

    private Repair Rebuild(VhdDynamicDriver driver, VhdBatmap batmap) => new(
        "The batmap is made anew from the table and the sector bitmaps.", Steps(driver, batmap));

    private IEnumerable<ChangeStep> Steps(VhdDynamicDriver driver, VhdBatmap batmap)
    {
        var bits = driver.TrueBits(new ScannedTables(_store, TableMends.None), batmap);
        var names = new Queue<string>(["the batmap is marked", "its bits", "its header"]);
        foreach (var write in batmap.Replace(bits))
        {
            yield return new ChangeStep(names.Dequeue(), [write]);
        }
    }

    /// <summary>A map that is nowhere goes behind its header, where writers have it, or behind everything. Its header's
    /// place is given: when something else is there, there can be no batmap.</summary>
    private Repair? Move(in VhdFooter footer, DriverChoice choice, VhdDynamicDriver driver, VhdBatmap batmap)
    {
        var header = new HostRange(batmap.At, Layout.SizeOf<TdBatmapHeader>());
        var map = new HostRange(header.End, TdBatmap.MapLength(driver.Units));
        var (isHeaderFree, isBehindFree) = (true, true);
        foreach (var region in Regions(choice.Opened).Where(region => region.Kind != RegionKind.AuxiliaryTable))
        {
            isHeaderFree &= !region.Range.Overlaps(header);
            isBehindFree &= !region.Range.Overlaps(map);
        }

        if (!isHeaderFree || choice.Survey is not { } survey)
        {
            return null;
        }

        var growth = new List<ChangeStep>();
        if (!isBehindFree || map.End.Value > _store.Length)
        {
            if (_store is { CanWrite: true, CanResize: false })
            {
                return null;
            }

            map = map with { Start = new HostOffset(VhdLayout.PadToSector(survey.End.Value)) };
            growth.Add(new ChangeStep("a footer behind the new map", driver.PlanGrowth(map.End)));
        }

        var moved = batmap.MovedTo(map.Start, driver.DiskLayout, footer.CurrentSize);
        return new Repair(
            $"The batmap is made anew at byte {map.Start.Value} from the table and the sector bitmaps.",
            growth.Concat(Steps(driver, moved)));
    }
}
