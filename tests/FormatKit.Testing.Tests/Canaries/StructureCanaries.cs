namespace FormatKit.Testing.Tests.Canaries;

/// <summary>For what the laws say of bits, integers and overlays, a layout that breaks it.</summary>
internal static class StructureCanaries
{
    public static IReadOnlyList<PlantedCanary> All { get; } =
    [
        PlantedCanary.WithStructure<BitsInTheWrongPlace>(
            LayoutLaws.TableLaw, "bits are read in the wrong place", "Word at byte 0: Tag reads"),
        PlantedCanary.WithStructure<BitsTouchOthers>(
            LayoutLaws.SetLaw, "setting bits touches another", "Word at byte 0: setting Tag to"),
        PlantedCanary.WithStructure<IntegersInTheWrongOrder>(
            LayoutLaws.TableLaw, "integers in the wrong byte order", "Numbers at byte 1: the accessor reads"),
        PlantedCanary.WithStructure<OverlayTouchesItsRegion>(
            LayoutLaws.SetLaw, "setting an overlay touches the rest of its region",
            "Region at byte 5: byte 7 changes too when AsFirst is set"),
        PlantedCanary.WithStructure<OverlayAlwaysCounts>(
            LayoutLaws.TableLaw, "the rules of an overlay count whatever the tag says",
            "is reported for these bytes, and should not be"),
        PlantedCanary.WithStructure<OverlayIsForgotten>(
            LayoutLaws.TableLaw, "the rules of an overlay are not validated",
            "Mark at byte 5 is not reported for these bytes"),
        PlantedCanary.WithStructure<OverlayIsTakenForAnother>(
            LayoutLaws.TableLaw, "an overlay is taken for another one of its layout",
            "AsFirst.Mark: Constant of AsFirst.Mark at byte 5 is reported for these bytes, and should not be"),
        PlantedCanary.WithStructure<OverlayIsNotSealed>(
            LayoutLaws.SealLaw, "sealing forgets an overlay", "Mark at byte 5 is reported after sealing"),
    ];
}
