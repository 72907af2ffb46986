using System.Globalization;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>What keeps a VHD from being taken by Azure, which wants fixed disks of whole MiB.</summary>
internal static class VhdAzureCheck
{
    public static void Check(ByteStore store, CheckReport report)
    {
        report.Examined("azure: kind, whole MiB, size by either rule, table, place and length of the footer");
        VhdFooter footer;
        var footers = VhdFooters.Read(store);
        try
        {
            footer = footers.Choose(store);
        }
        catch (ImageException)
        {
            return; // said already, as damage
        }

        var at = footers.TrailingIsWhole ? footers.TrailingOffset : 0;
        if (footer.DiskType != VhdDiskType.Fixed)
        {
            Add(report, nameof(VhdFooter.DiskType), at,
                $"Azure takes fixed disks, not {footer.DiskType.ToString().ToLowerInvariant()} ones; convert it with "
                + "'-o profile=azure'.");
            CheckTable(store, footer, report);
        }

        CheckSize(footer, at, report);
        CheckFooter(store, footers, footer, at, report);
    }

    private static void CheckSize(in VhdFooter footer, long at, CheckReport report)
    {
        var size = footer.CurrentSize;
        if (size == 0 || size % (uint)VhdProfile.Azure.Unit != 0)
        {
            Add(report, nameof(VhdFooter.CurrentSize), at, string.Create(
                CultureInfo.InvariantCulture,
                $"The guest's size of {size} bytes is not one of whole MiB; the next one is {(size >> 20) + 1}M."));
        }

        var seen = VhdSize.Of(footer, VhdSize.RuleOf(footer));
        if (seen != size)
        {
            Add(report, nameof(VhdFooter.CreatorApplication), at,
                $"The creator is {footer.CreatorApplication}, so that readers take the geometry for the size and see "
                + $"{seen} bytes; Azure goes by the current size of {size}.");
        }
    }

    private static void CheckTable(ByteStore store, in VhdFooter footer, CheckReport report)
    {
        if (footer.DataOffset > (ulong)store.Length
            || !store.TryRead<VhdDynamicHeader>((long)footer.DataOffset, out var header)
            || !Layout.IsValid(header))
        {
            return; // said already, as damage
        }

        var blocks = (footer.CurrentSize + header.BlockSize - 1) / header.BlockSize;
        if (header.MaxTableEntries != blocks)
        {
            report.Add(
                CheckSeverity.Unsuited,
                $"The table has {header.MaxTableEntries} entries for {blocks} blocks; Azure wants exactly as many.",
                (long)footer.DataOffset + OffsetOf<VhdDynamicHeader>(nameof(VhdDynamicHeader.MaxTableEntries)));
        }
    }

    private static void CheckFooter(
        ByteStore store, VhdFooters footers, in VhdFooter footer, long at, CheckReport report)
    {
        if (!footers.TrailingIsWhole)
        {
            report.Add(CheckSeverity.Unsuited, "The footer at the end of the file is not whole.");
            return;
        }

        if (store.Length - at != Layout.SizeOf<VhdFooter>())
        {
            report.Add(
                CheckSeverity.Unsuited,
                $"The footer has {store.Length - at} bytes, as in very old files; Azure wants "
                + $"{Layout.SizeOf<VhdFooter>()}.",
                at);
        }

        if (footer.DiskType == VhdDiskType.Fixed && (ulong)at != footer.CurrentSize)
        {
            report.Add(
                CheckSeverity.Unsuited,
                $"The footer is at byte {at}, not right behind the {footer.CurrentSize} bytes of the disk.",
                at);
        }
    }

    private static void Add(CheckReport report, string field, long footer, string message) =>
        report.Add(CheckSeverity.Unsuited, message, footer + OffsetOf<VhdFooter>(field));

    private static long OffsetOf<T>(string field)
        where T : struct, IBinaryLayout<T> =>
        Layout.InfoOf<T>().Fields.Single(candidate => candidate.Name == field).Offset;
}
