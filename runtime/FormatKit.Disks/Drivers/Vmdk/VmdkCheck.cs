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

        RegionCheck.Run(store, opened, Math.Max(AlignmentSlack, opened.Driver.AllocationUnit), report);
    }
}
