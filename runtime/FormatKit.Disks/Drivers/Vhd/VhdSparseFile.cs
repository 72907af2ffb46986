using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>A dynamic or differencing VHD as it stands in its file, for whoever plans to change its headers.</summary>
internal sealed class VhdSparseFile
{
    private readonly OpenedDriver _opened;

    private VhdSparseFile(ByteStore store, VhdFooters footers, VhdFooter footer, VhdDynamicHeader header,
        DriverChoice choice)
    {
        (Store, Footers, Footer, Header, _opened) = (store, footers, footer, header, choice.Opened);
        End = new HostOffset(VhdLayout.PadToSector(choice.Survey!.End.Value));
        Free = IsEmptyBehindEnd() ? End : new HostOffset(VhdLayout.PadToSector(FooterStart));
        Home = FindHome();
    }

    public ByteStore Store { get; }

    public VhdFooters Footers { get; }

    /// <summary>The footer that counts.</summary>
    public VhdFooter Footer { get; }

    /// <summary>The header that the footer points at.</summary>
    public VhdDynamicHeader Header { get; }

    public HostOffset HeaderAt => new((long)Footer.DataOffset);

    public IImageDriver Driver => _opened.Driver;

    /// <summary>The end of everything that is known, without the footer.</summary>
    public HostOffset End { get; }

    /// <summary>Where nothing is known to be from here on, and nothing was found either.</summary>
    public HostOffset Free { get; }

    /// <summary>
    /// Where the header belongs: where it is, unless a change that did not come to its end left it behind everything.
    /// Then its place, right behind the copy of the footer, has a header still, whole or not.
    /// </summary>
    public HostOffset Home { get; }

    /// <summary>Whether no change of headers is left half done.</summary>
    public bool IsFinished => Footers.TrailingIsWhole && !Footers.CopyIsStale && HeaderAt == Home
        && !IsLeftBehind(FooterStart);

    /// <summary>Reads what is there.</summary>
    /// <returns>Null when the disk is fixed.</returns>
    /// <exception cref="ImageException">It is damaged.</exception>
    public static VhdSparseFile? Read(ByteStore store)
    {
        var footers = VhdFooters.Read(store);
        var footer = footers.Choose(store);
        var opened = VhdOpen.Open(store, ruleAskedFor: null);
        if (footer.DiskType == VhdDiskType.Fixed)
        {
            return null;
        }

        var header = VhdOpen.ReadHeader(store, footer, footers.TrailingIsWhole ? footers.TrailingOffset : 0);
        return new VhdSparseFile(store, footers, footer, header, DriverChoice.Of(store, opened));
    }

    /// <summary>Everything in the file that is known.</summary>
    public IEnumerable<Region> Regions() =>
        _opened.Driver.Regions(new ScannedTables(Store, new TableMends(_opened.Mends)));

    private static HostOffset UsualHome => new(Layout.SizeOf<VhdFooter>());

    private long FooterStart => Footers.TrailingIsWhole ? Footers.TrailingOffset : Store.Length;

    /// <summary>Whether what is between the end and the footer is a hole, or the header that a change did not come to
    /// take away. Anything else may be something that others know of.</summary>
    private bool IsEmptyBehindEnd()
    {
        var length = FooterStart - End.Value;
        if (length <= 0)
        {
            return true;
        }

        var run = Store.RunAt(End.Value, length);
        return (run.IsHole && run.Length == length)
            || IsLeftBehind(FooterStart);
    }

    /// <summary>Whether a header ends where the footer begins, and is not the one that counts.</summary>
    private bool IsLeftBehind(long footerStart)
    {
        var at = footerStart - Layout.SizeOf<VhdDynamicHeader>();
        return at >= End.Value && Store.TryRead<VhdDynamicHeader>(at, out var left) && VhdStructures.HasCookie(left);
    }

    private HostOffset FindHome()
    {
        var usual = new HostRange(UsualHome, Layout.SizeOf<VhdDynamicHeader>());
        return HeaderAt != usual.Start
            && Store.TryRead<VhdDynamicHeader>(usual.Start.Value, out var there) && VhdStructures.HasCookie(there)
            && !Regions().Any(region => region.Kind is not (RegionKind.ParentName or RegionKind.Footer)
                && !(region.Kind == RegionKind.Header && region.Index == 1) && region.Range.Overlaps(usual))
            ? usual.Start
            : HeaderAt;
    }
}
