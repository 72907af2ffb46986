using FormatKit.Formats.Partitions;
using FormatKit.Formats.Vhd;
using FormatKit.Formats.Vmdk;
using FormatKit.Testing;

namespace FormatKit.Formats.Tests.Laws;

/// <summary>Every layout that the formats declare.</summary>
internal static class FormatLayouts
{
    public static readonly IReadOnlyDictionary<Type, IReadOnlyList<LayoutLaw>> Laws =
        new Dictionary<Type, IReadOnlyList<LayoutLaw>>
        {
            [typeof(VhdFooter)] = LayoutLaws.Of<VhdFooter>(),
            [typeof(DiskGeometry)] = LayoutLaws.Of<DiskGeometry>(),
            [typeof(VhdDynamicHeader)] = LayoutLaws.Of<VhdDynamicHeader>(),
            [typeof(VhdParentLocator)] = LayoutLaws.Of<VhdParentLocator>(),
            [typeof(TdBatmapHeader)] = LayoutLaws.Of<TdBatmapHeader>(),
            [typeof(Vmdk4Header)] = LayoutLaws.Of<Vmdk4Header>(),
            [typeof(VmdkMarker)] = LayoutLaws.Of<VmdkMarker>(),
            [typeof(CowdHeader)] = LayoutLaws.Of<CowdHeader>(),
            [typeof(CowdRoot)] = LayoutLaws.Of<CowdRoot>(),
            [typeof(CowdChild)] = LayoutLaws.Of<CowdChild>(),
            [typeof(MbrSector)] = LayoutLaws.Of<MbrSector>(),
            [typeof(MbrEntry)] = LayoutLaws.Of<MbrEntry>(),
            [typeof(ChsAddress)] = LayoutLaws.Of<ChsAddress>(),
            [typeof(FatBootSector)] = LayoutLaws.Of<FatBootSector>(),
            [typeof(SeSparseMagic)] = LayoutLaws.Of<SeSparseMagic>(),
        };
}
