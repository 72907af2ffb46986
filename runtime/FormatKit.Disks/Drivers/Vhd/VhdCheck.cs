using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>Looks for damage in a VHD.</summary>
internal static class VhdCheck
{
    /// <summary>Bytes between two structures that are alignment, not a leak, however small the blocks: Hyper-V leaves
    /// up to 6 KiB before the first block.</summary>
    private const long AlignmentSlack = 8192;

    public static void Check(ByteStore store, CheckReport report)
    {
        var footers = VhdFooters.Read(store);
        report.Examined("footer at the end: cookie, version, type, checksum");
        VhdFooter footer;
        OpenedDriver opened;
        try
        {
            footer = footers.Choose(store);
            opened = VhdOpen.Open(store, ruleAskedFor: null);
        }
        catch (ImageException damage)
        {
            report.Add(CheckSeverity.Corruption, damage.Message, damage.Offset);
            return;
        }

        if (footer.DiskType != VhdDiskType.Fixed)
        {
            report.Examined("copy of the footer at the start: the same, and equal to the one at the end");
            report.Examined("dynamic header: cookie, version, checksum, block size, table inside the file");
            CheckBlocks(store, opened, report);
        }
        else
        {
            CheckFixed(store, footers, opened, report);
        }
    }

    private static void CheckFixed(ByteStore store, VhdFooters footers, OpenedDriver opened, CheckReport report)
    {
        report.Examined("file length: the disk, then the footer, nothing between");
        report.ImageEnd = new HostOffset(store.Length);
        foreach (var copy in opened.StaleCopies)
        {
            report.Add(CheckSeverity.StaleCopy, copy, footers.TrailingOffset);
        }

        var slack = (footers.TrailingIsWhole ? footers.TrailingOffset : store.Length) - opened.Driver.GuestLength;
        if (slack >= AlignmentSlack)
        {
            report.Add(CheckSeverity.Leak, $"{slack} bytes between the disk and the footer belong to nothing",
                opened.Driver.GuestLength);
        }
    }

    private static void CheckBlocks(ByteStore store, OpenedDriver opened, CheckReport report)
    {
        // What is smaller than a block was never one.
        var slack = Math.Max(AlignmentSlack, opened.Driver.AllocationUnit);
        if (RegionCheck.Run(store, opened, slack, report)?.Driver is VhdDynamicDriver { Batmap: not null } driver)
        {
            CheckBatmap(store, driver, report);
        }
    }

    /// <summary>
    /// A bit that says too much is no stale copy: whoever trusts the map, and it is right by its checksum, reads what
    /// was never the guest's, while whoever reads the sector bitmaps sees another disk.
    /// </summary>
    private static void CheckBatmap(ByteStore store, VhdDynamicDriver driver, CheckReport report)
    {
        report.Examined("batmap: version, place, checksum; every bit against table and sector bitmap");
        foreach (var block in driver.WronglyFull(new ScannedTables(store, TableMends.None)))
        {
            if (report.TakesWords)
            {
                report.Add(
                    CheckSeverity.Corruption,
                    $"The batmap says that all of block {block.ToString(CultureInfo.InvariantCulture)} is in the file, "
                    + "its sector bitmap does not: whoever trusts the batmap reads bytes there that are not the "
                    + "guest's.",
                    (driver.Batmap!.Bits.Start + (block / 8)).Value);
            }
            else
            {
                report.Count(CheckSeverity.Corruption);
            }
        }
    }
}
