using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>Looks for damage in a sparse extent.</summary>
internal static class VmdkCheck
{
    /// <summary>Bytes between two structures that are alignment, not a leak, however small the grains.</summary>
    private const long AlignmentSlack = 8192;

    public static void Check(ByteStore store, CheckReport report)
    {
        report.Examined("header: magic, version, flags, sizes, places inside the file");
        report.Examined("descriptor: one sparse extent, of the header's size");
        report.Examined("the two grain directories and their tables, equal entry by entry");
        OpenedDriver opened;
        try
        {
            opened = VmdkOpen.Open(store, writable: false);
        }
        catch (ImageException damage) when (damage.Field is not null)
        {
            // What names no field is not damage: the disk is of a kind that is not supported.
            report.Add(CheckSeverity.Corruption, damage.Message, damage.Offset);
            return;
        }

        var chosen = RegionCheck.Choose(store, opened)?.Opened ?? opened;
        var repair = chosen.StaleCopies.Count > 0 ? RepairOfCopies(store) : null;
        foreach (var copy in chosen.StaleCopies)
        {
            report.Add(CheckSeverity.StaleCopy, copy, 0, repair);
        }

        RegionCheck.Run(
            store, chosen, Math.Max(AlignmentSlack, opened.Driver.AllocationUnit), report,
            new RegionRepairs { CutsEnd = true });
    }

    /// <summary>What the first write into the disk would mend; null when it may not be written to.</summary>
    private static Repair? RepairOfCopies(ByteStore store)
    {
        try
        {
            var writable = DriverChoice.Of(store, VmdkOpen.Open(store, writable: true)).Opened;
            return new Repair(
                "What is whole in either copy of the tables is written to both, and the header says that the image is "
                + "closed.",
                [
                    new ChangeStep("the tables that count", writable.Mends),
                    new ChangeStep("their copies", writable.Copies),
                    new ChangeStep("the header", writable.CleanClose),
                ]);
        }
        catch (ImageException)
        {
            return null;
        }
    }
}
