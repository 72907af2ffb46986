using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>
/// blktap's batmap in a file: one bit a block that says that all sectors of the block are in the file, so that its
/// sector bitmap need not be read. A clear bit says nothing.
/// </summary>
/// <remarks>
/// While an image is being changed its header has a checksum that no map has. So the map need not be written with every
/// block: the bits are kept in the table cache, and closing writes map, barrier, header.
/// </remarks>
internal sealed partial class VhdBatmap
{
    private readonly ByteStore _store;
    private readonly TdBatmapHeader _header;
    private readonly HostOffset _at;

    private VhdBatmap(
        ByteStore store, in TdBatmapHeader header, HostOffset at, VhdLayout layout, ulong currentSize,
        VhdBatmapState state, string? reason)
    {
        _store = store;
        _header = header;
        _at = at;
        State = state;
        Reason = reason;
        Map = new HostRange(VhdOpen.PlaceOf(header.MapOffset), header.MapSize * (long)VhdLayout.SectorSize);
        var summed = TdBatmap.SummedLength(currentSize, (int)Math.Min(Map.Length, TdBatmap.MaxMapLength));
        Bits = Map with { Length = summed };
        Reach = Math.Min(layout.Blocks, summed * 8L);
    }

    public VhdBatmapState State { get; }

    /// <summary>Why it is not trusted; null when it is.</summary>
    public string? Reason { get; }

    /// <summary>The whole map, where the header says it is.</summary>
    public HostRange Map { get; }

    /// <summary>The part of the map that its definer sums: no other bits are read or set.</summary>
    public HostRange Bits { get; }

    /// <summary>Blocks whose bits are in <see cref="Bits"/>.</summary>
    public long Reach { get; }

    /// <summary>Whether writers keep its bits true. Where they cannot, blocks stay allocated so that it stays as true
    /// as it was.</summary>
    public bool IsKept => State != VhdBatmapState.LeftAlone;

    /// <summary>Header and map. What is never read and written may be anywhere, and is for a check to find.</summary>
    public IReadOnlyList<Region> Regions
    {
        get
        {
            var kind = IsKept ? RegionKind.Table : RegionKind.AuxiliaryTable;
            var header = new HostRange(_at, Layout.SizeOf<TdBatmapHeader>());
            var regions = new List<Region> { new(kind, header, _at, Name: "batmap header") };
            if (Map.Length > 0)
            {
                regions.Add(new Region(kind, Map, _at, Name: "batmap"));
            }

            return regions;
        }
    }

    /// <summary>In words, for who asks what the image is.</summary>
    public static string Describe(VhdBatmap? batmap) => batmap switch
    {
        null => "no",
        { State: VhdBatmapState.Trusted } => "yes",
        _ => $"not trusted: {batmap.Reason}",
    };

    /// <summary>An opened image with what its batmap adds to it.</summary>
    /// <param name="opened">The image.</param>
    /// <param name="otherwise">The image with the batmap <see cref="LeftAlone"/>.</param>
    public OpenedDriver Join(OpenedDriver opened, Func<OpenedDriver> otherwise) => State switch
    {
        VhdBatmapState.LeftAlone => opened with
        {
            Warnings = [.. opened.Warnings, $"the batmap is not used and is left as it is: {Reason}"],
        },
        _ => opened with
        {
            StaleCopies = Reason is null
                ? opened.StaleCopies
                : [.. opened.StaleCopies, $"the batmap is not trusted: {Reason}; the next writer begins a new one"],
            Mends = [.. opened.Mends, .. BeforeFirstChange],
            FirstChange = opened.FirstChange.Concat(FirstChange()),
            CleanClose = CleanClose().Concat(opened.CleanClose),
            Otherwise = otherwise,
        },
    };

    /// <summary>Where its header is.</summary>
    public HostOffset At => _at;

    /// <summary>Whether it is of a version that is known: of another one nobody knows what depends on it.</summary>
    public bool IsKnown => _header.Version is TdBatmap.Version11 or TdBatmap.Version12;

    /// <summary>The same one with its map in another place, as long as the disk needs; not to be trusted before it is
    /// written.</summary>
    /// <param name="map">Where the map will be.</param>
    /// <param name="layout">The disk.</param>
    /// <param name="currentSize">The footer's current size.</param>
    public VhdBatmap MovedTo(HostOffset map, VhdLayout layout, ulong currentSize)
    {
        var moved = _header;
        moved.MapOffset = (ulong)map.Value;
        moved.MapSize = (uint)(TdBatmap.MapLength(layout.Blocks) / VhdLayout.SectorSize);
        return new VhdBatmap(_store, moved, _at, layout, currentSize, VhdBatmapState.Stale, Reason);
    }

    /// <summary>The same one, never to be read or written.</summary>
    public VhdBatmap LeftAlone(VhdLayout layout, string reason) =>
        new(_store, _header, _at, layout, 0, VhdBatmapState.LeftAlone, reason);
}
