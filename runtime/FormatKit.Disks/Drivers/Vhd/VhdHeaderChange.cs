using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>Puts a parent's names into a header.</summary>
/// <param name="header">The header.</param>
/// <param name="at">Where the names will be.</param>
/// <returns>The names, whole sectors.</returns>
internal delegate byte[] NamesOfParent(ref VhdDynamicHeader header, HostOffset at);

/// <summary>
/// Another header for a dynamic or differencing disk. Its 1,024 bytes do not change at once, a footer's 512 do: so a
/// second header is written behind everything, the footers come to point at it one after the other, the first one is
/// replaced, and the footers come back. Whichever footer a loss of power leaves, it points at a whole header.
/// </summary>
internal sealed class VhdHeaderChange
{
    private readonly VhdSparseFile _file;
    private readonly VhdFooter _footer;
    private readonly VhdDynamicHeader _header;

    /// <param name="file">The disk as it is.</param>
    /// <param name="footer">Its footer as it shall be.</param>
    /// <param name="header">Its header as it shall be.</param>
    public VhdHeaderChange(VhdSparseFile file, in VhdFooter footer, in VhdDynamicHeader header)
    {
        (_file, _footer, _header) = (file, footer, header);
        KeptEnd = file.Free;
    }

    /// <summary>The names that the header gets; null when it keeps those that it has.</summary>
    public NamesOfParent? Names { get; init; }

    /// <summary>What is written behind everything with the second header, and stays; from <see cref="VhdSparseFile.Free"/>
    /// on.</summary>
    public IEnumerable<HostWrite> Kept { get; init; } = [];

    /// <summary>The end of what stays.</summary>
    public HostOffset KeptEnd { get; init; }

    /// <summary>What comes before a footer points at the second header: it changes nothing for those who go by the
    /// first one.</summary>
    public IReadOnlyList<ChangeStep> Before { get; init; } = [];

    /// <summary>What comes when both footers point at the second header, and nobody goes by the first one.</summary>
    public IReadOnlyList<ChangeStep> After { get; init; } = [];

    /// <summary>What of the file is overwritten with zeros before <see cref="Kept"/> is written.</summary>
    public IReadOnlyList<HostRange> KeptZeros { get; init; } = [];

    /// <summary>Regions that nothing points at when all is done.</summary>
    public Func<Region, bool> IsGivenUp { get; init; } = _ => false;

    public IReadOnlyList<ChangeStep> Steps()
    {
        if (!_file.Store.CanResize)
        {
            throw new ImageException(
                _file.Store.Name, "what holds the image cannot grow, which changing its header takes");
        }

        var last = _header;
        var namesAt = KeptEnd;
        var names = Names?.Invoke(ref last, namesAt) ?? [];
        var space = names.Length == 0 ? null : VhdNameSpace.Find(_file, names.Length);
        var first = last;
        if (space is { } room)
        {
            Names!(ref last, room);
        }

        first.Seal();
        last.Seal();
        var headerAt = namesAt + names.Length;
        var kept = space is null ? headerAt : KeptEnd;
        var footerAt = FooterBehind(headerAt + Layout.SizeOf<VhdDynamicHeader>());
        var (home, free) = (_file.Home, default(HostOffset));
        var away = Footer(_footer, headerAt);
        var back = Footer(_footer, home);
        var atHome = Bytes(home, last);
        List<ChangeStep> steps =
        [
            .. Mends(),
            new("the new header, and behind it the footer as it is", Kept.Concat(
                [
                    new HostWrite(namesAt, names), Bytes(headerAt, first),
                    new HostWrite(footerAt, Footer(_file.Footer, _file.HeaderAt)),
                ])) { Zeros = KeptZeros },
            .. Before,
            new("the footer at the end points at the new header", [new HostWrite(footerAt, away)]),
            new("its copy at the start does too", [new HostWrite(free, away)]),
            new("the header at its place is replaced",
                space is { } at ? [new HostWrite(at, names), atHome] : [atHome]),
            .. After,
            new("the footer at the end points there again", [new HostWrite(footerAt, back)]),
            new("its copy at the start does too", [new HostWrite(free, back)]),
        ];
        var end = EndBehind(home, kept, space is null ? default : space.Value + names.Length);
        if (end < footerAt)
        {
            steps.Add(new ChangeStep("a footer where the disk ends", [new HostWrite(end, back)]));
            steps.Add(new ChangeStep("the rest is cut off", []) { Length = end.Value + back.Length });
        }

        return steps;
    }

    /// <summary>Both footers say the same before anything else is done: the one that does not count is not the one that
    /// is needed next.</summary>
    private IEnumerable<ChangeStep> Mends()
    {
        if (_file.Footers.CopyIsStale)
        {
            yield return new ChangeStep(
                "the copy of the footer at the start is mended",
                [new HostWrite(default, Footer(_file.Footer, _file.HeaderAt))]);
        }
    }

    /// <summary>Where the footer is that has everything before it: where it is, if that is so.</summary>
    private HostOffset FooterBehind(HostOffset end)
    {
        var (footers, store) = (_file.Footers, _file.Store);
        var isThere = footers.TrailingIsWhole && footers.TrailingOffset >= end.Value
            && footers.TrailingOffset % VhdLayout.SectorSize == 0
            && store.Length - footers.TrailingOffset == Layout.SizeOf<VhdFooter>();
        return isThere
            ? new HostOffset(footers.TrailingOffset)
            : new HostOffset(Math.Max(end.Value, VhdLayout.PadToSector(store.Length)));
    }

    /// <summary>The end of everything that is needed when all is done, and of what was found that is not known.</summary>
    private HostOffset EndBehind(HostOffset home, HostOffset kept, HostOffset names)
    {
        var end = Math.Max(names.Value, home.Value + Layout.SizeOf<VhdDynamicHeader>());
        if (kept > _file.Free || _file.Free > _file.End)
        {
            end = Math.Max(end, kept.Value);
        }

        var length = _file.Store.Length;
        foreach (var region in _file.Regions())
        {
            var isLeft = region.Kind switch
            {
                RegionKind.Footer => false,
                RegionKind.ParentName => Names is null && region.Range.End.Value <= length,
                RegionKind.AuxiliaryTable => region.Range.End.Value <= length,
                RegionKind.Header => region.Index != 1,
                _ => true,
            };
            end = isLeft && !IsGivenUp(region) ? Math.Max(end, region.PaddedEnd.Value) : end;
        }

        return new HostOffset(VhdLayout.PadToSector(end));
    }

    private static byte[] Footer(VhdFooter footer, HostOffset headerAt)
    {
        footer.DataOffset = (ulong)headerAt.Value;
        footer.Seal();
        return Layout.BytesOf(ref footer).ToArray();
    }

    private static HostWrite Bytes(HostOffset at, VhdDynamicHeader header) =>
        new(at, Layout.BytesOf(ref header).ToArray());
}
