using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>The block allocation table, and what its entries point at.</remarks>
internal sealed partial class VhdCheck
{
    /// <summary>What can be done about blocks. Nothing is, where a batmap of another version knows of them, nor in a table
    /// that cannot be one: changing it would change what else is there.</summary>
    private RegionRepairs RegionRepairs(in VhdFooter footer, VhdDynamicDriver driver, IReadOnlyList<HostRange> spare)
    {
        var changesTable = driver.Batmap is not { IsKnown: false } && IsApart(driver);
        var bytes = Bytes(footer);
        return new RegionRepairs
        {
            AlsoUsed = spare,
            CutsEnd = changesTable,
            GiveUp = changesTable ? driver.Spare.Empty : null,
            ReadsAs = driver.HasParent ? "what the parent has" : "zeros",
            Lead = _footers.TrailingIsWhole ? null : driver.BitmapLength,
            Extend = block => Extend(driver, block, bytes),
        };
    }

    /// <summary>Whether the table is where neither headers nor footers are.</summary>
    private static bool IsApart(VhdDynamicDriver driver) =>
        !driver.OtherRegions.Any(region => region.Kind is RegionKind.Header or RegionKind.Footer
            && region.Range.Overlaps(driver.Table));

    /// <summary>The file was cut inside a block: what is missing of it becomes zeros.</summary>
    private Repair Extend(VhdDynamicDriver driver, Region block, byte[] footer)
    {
        var end = new HostOffset(VhdLayout.PadToSector(block.PaddedEnd.Value));
        return new Repair(
            $"What the end of the file cuts off {block} becomes zeros, and the footer is written behind it at {end}.",
            [new ChangeStep("the missing end and the footer", [new HostWrite(end, footer)])])
        {
            LosesData = true,
            Losses = Losses(_store.Length),
        };

        IEnumerable<RepairLoss> Losses(long fileLength)
        {
            var start = block.Index * driver.AllocationUnit;
            var extents = new ExtentList();
            driver.Map(
                new ScannedTables(_store, TableMends.None),
                new GuestRange(
                    new GuestOffset(start), Math.Min(driver.AllocationUnit, driver.GuestLength - start)),
                extents);
            for (var index = 0; index < extents.Count; index++)
            {
                var extent = extents[index];
                var there = extent.Kind == ExtentKind.Data
                    ? Math.Clamp(fileLength - extent.Host.Value, 0, extent.Length)
                    : extent.Length;
                if (there < extent.Length)
                {
                    yield return new RepairLoss(extent.Guest.Value + there, extent.Length - there, "zeros");
                }
            }
        }
    }

    /// <summary>
    /// The entries behind the disk's last block. Those that the disk would have by another size rule are somebody's;
    /// others are a trap for whoever makes the disk larger without looking.
    /// </summary>
    /// <returns>What they use of the file.</returns>
    private IReadOnlyList<HostRange> CheckSpareEntries(in VhdFooter footer, DriverChoice? choice)
    {
        if (choice?.Opened.Driver is not VhdDynamicDriver driver || !driver.Spare.Any)
        {
            return [];
        }

        _report.Examined("entries behind the last block of the disk: empty");
        var used = new UsedRanges();
        foreach (var region in Regions(choice.Opened).Where(region => region.Kind != RegionKind.Unreachable))
        {
            used.Add(region.Range);
        }

        var claimed = (LargestSize(footer) + driver.AllocationUnit - 1) / driver.AllocationUnit;
        var spare = new VhdSpareBlocks([.. used.Runs()], _store.Length);
        var repair = driver.Batmap is { IsKnown: false } ? null : new Repair(
            "The table's entries behind the last block of the disk, by whatever size rule, are made empty.",
            [
                new ChangeStep("entries are made empty", driver.Spare.Empty(driver.Spare.Used()
                    .Select(region => region.Index).Where(block => block >= claimed))),
            ]);
        foreach (var region in driver.Spare.Used())
        {
            var isThere = spare.TryTake(region.Range);
            AddSpare(region, isThere, isClaimed: region.Index < claimed, repair);
        }

        return spare.Taken;
    }

    private void AddSpare(in Region region, bool isThere, bool isClaimed, Repair? repair)
    {
        var severity = isClaimed ? CheckSeverity.Note : isThere ? CheckSeverity.Leak : CheckSeverity.StaleCopy;
        if (!_report.TakesWords)
        {
            _report.Count(severity);
            _report.Add(isClaimed ? null : repair);
            return;
        }

        var block = region.Index.ToString(CultureInfo.InvariantCulture);
        _report.Add(
            severity,
            isClaimed ? $"Block {block} is behind the end of the disk, but not by another size rule: it is left alone."
            : isThere ? $"Block {block} is behind the end of the disk: nobody reads what it has at byte "
                + $"{region.Range.Start.Value}."
            : $"The table's entry {block}, behind the last block of the disk, is not empty and points at no block.",
            region.SaidAt.Value, isClaimed ? null : repair);
    }

    /// <summary>Each place where the disk says who its parent is, and why one cannot be used.</summary>
    private void CheckNames(in VhdFooter footer, OpenedDriver opened)
    {
        if (footer.DiskType != VhdDiskType.Differencing)
        {
            return;
        }

        _report.Examined("parent locators: known codes, space, names inside the file");
        var header = VhdOpen.ReadHeader(_store, footer, FooterAt);
        var at = new HostOffset((long)footer.DataOffset);
        var names = VhdParentNames.Read(_store, header, at);
        for (var index = 0; index < names.Warnings.Count; index++)
        {
            _report.Add(CheckSeverity.Note, names.Warnings[index] + ".", names.WarningsAt[index].Value);
        }

        foreach (var name in opened.Backing?.Names ?? [])
        {
            _report.Examined($"name of the parent: '{name.Path}' ({name.Source})");
        }
    }
}
