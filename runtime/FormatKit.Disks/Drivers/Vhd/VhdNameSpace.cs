using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>The space that a parent's names have in a file, to be used for others.</summary>
internal static class VhdNameSpace
{
    /// <summary>
    /// Finds room where the header that counts, or one at its place that a change did not come to finish, has names.
    /// Only whole sectors inside the file that nothing else is in: where names are is just said by a header.
    /// </summary>
    /// <returns>Null when there is not enough in one piece.</returns>
    public static HostOffset? Find(VhdSparseFile file, long length)
    {
        var spaces = new List<HostRange>();
        if (file.Home != file.HeaderAt
            && file.Store.TryRead<VhdDynamicHeader>(file.Home.Value, out var unfinished))
        {
            AddSpaces(file, unfinished, spaces);
        }
        else
        {
            AddSpaces(file, file.Header, spaces);
        }

        var header = new HostRange(file.Home, Layout.SizeOf<VhdDynamicHeader>());
        spaces.RemoveAll(space => space.Overlaps(header));
        foreach (var region in spaces.Count == 0 ? [] : file.Regions())
        {
            if (region.Kind != RegionKind.ParentName)
            {
                spaces.RemoveAll(space => space.Overlaps(region.Range));
            }
        }

        spaces.Sort((left, right) => left.Start.CompareTo(right.Start));
        var joined = default(HostRange);
        foreach (var space in spaces)
        {
            joined = joined.Length > 0 && space.Start <= joined.End
                ? joined with { Length = Math.Max(joined.Length, space.End - joined.Start) }
                : space;
            if (joined.Length >= length)
            {
                return joined.Start;
            }
        }

        return null;
    }

    private static void AddSpaces(VhdSparseFile file, in VhdDynamicHeader header, List<HostRange> spaces)
    {
        foreach (ref readonly var locator in header.ParentLocators)
        {
            var space = VhdLayout.PadToSector(locator.DataLength);
            if (locator.PlatformCode != VhdParentLocatorCode.None && space > 0
                && VhdParentNames.SpaceOf(locator) >= space
                && locator.DataOffset % VhdLayout.SectorSize == 0
                && locator.DataOffset <= (ulong)Math.Max(0, file.End.Value - space))
            {
                spaces.Add(new HostRange(new HostOffset((long)locator.DataOffset), space));
            }
        }
    }
}
