using FormatKit.Formats.Partitions;
using FormatKit.Formats.Png;
using FormatKit.Formats.Vhd;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats;

/// <summary>Every fixed layout of the formats that are declared here, by name.</summary>
public static class KnownLayouts
{
    /// <summary>The layouts, in the order of their formats.</summary>
    public static IReadOnlyList<LayoutInfo> All { get; } =
    [
        Layout.InfoOf<VhdFooter>(),
        Layout.InfoOf<VhdDynamicHeader>(),
        Layout.InfoOf<VhdParentLocator>(),
        Layout.InfoOf<DiskGeometry>(),
        Layout.InfoOf<TdBatmapHeader>(),
        Layout.InfoOf<CowdHeader>(),
        Layout.InfoOf<CowdRoot>(),
        Layout.InfoOf<CowdChild>(),
        Layout.InfoOf<Vmdk4Header>(),
        Layout.InfoOf<VmdkMarker>(),
        Layout.InfoOf<SeSparseMagic>(),
        Layout.InfoOf<GptHeader>(),
        Layout.InfoOf<GptEntry>(),
        Layout.InfoOf<MbrSector>(),
        Layout.InfoOf<MbrEntry>(),
        Layout.InfoOf<ChsAddress>(),
        Layout.InfoOf<FatBootSector>(),
        Layout.InfoOf<PngImage>(),
        Layout.InfoOf<PngColor>(),
    ];
}
