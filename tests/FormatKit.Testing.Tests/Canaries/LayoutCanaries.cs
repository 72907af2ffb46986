namespace FormatKit.Testing.Tests.Canaries;

/// <summary>For each law of layouts at least one layout that breaks it.</summary>
internal static class LayoutCanaries
{
    public static IReadOnlyList<PlantedCanary> All { get; } =
    [
        PlantedCanary.With<OverlappingFields>(
            LayoutLaws.PartitionLaw, "two fields overlap",
            "Canary.Length: it starts at 7, the field before it ends at 8"),
        new("a struct of another size", LayoutLaws.PartitionLaw,
            LayoutLaws.FieldsPartitionTheLayout<ShortCanary>, "ShortCanary: the table says 8"),
        PlantedCanary.With<SetterTouchesNeighbour>(
            LayoutLaws.SetLaw, "a setter touches its neighbour",
            "Length at byte 8: byte 12 changes too when it is set to"),
        PlantedCanary.With<GetterLosesTopBit>(
            LayoutLaws.SetLaw, "a getter loses a bit, and another value is read than was set",
            "Length at byte 8: set to"),
        PlantedCanary.With<GetterLosesTopBit>(
            LayoutLaws.RebuildLaw, "a getter loses a bit, and it cannot be written back",
            "Length at byte 8: byte 8 was"),
        PlantedCanary.With<WrongByteOrder>(
            LayoutLaws.TableLaw, "an accessor in the wrong byte order",
            "Length at byte 8: the accessor reads"),
        PlantedCanary.With<ForgottenConstant>(
            LayoutLaws.TableLaw, "a constant that is not validated",
            "Version: Constant of Version at byte 4 is not reported"),
        PlantedCanary.With<DeniedRules>(
            LayoutLaws.TableLaw, "rules that are denied, and so not validated",
            "Magic: Magic of Magic at byte 0 is not reported"),
        PlantedCanary.With<ForgottenChecksum>(
            LayoutLaws.ChecksumLaw, "a checksum that is not validated",
            "Checksum: Checksum of Checksum at byte 12 is not reported"),
        new("a checksum of a layout that is blind for some bytes", LayoutLaws.SightLaw,
            LayoutLaws.ChecksumsSeeEveryByte<BlindLayout>, "Sum: BlindSum is the same whichever bit of byte 3 of 48"),
        new("a struct of another size takes truncations", LayoutLaws.TruncationLaw,
            LayoutLaws.TruncationsAreRefused<ShortCanary>, "ShortCanary: TryRead takes 6 bytes"),
        PlantedCanary.With<GetterThrows>(
            LayoutLaws.TotalityLaw, "a getter that throws",
            "Length at byte 8: InvalidOperationException is thrown: nobody is that long"),
        PlantedCanary.With<SealTouchesValue>(
            LayoutLaws.SealLaw, "sealing touches a value",
            "Length at byte 8: sealing changes byte 11"),
        PlantedCanary.With<SealForgetsMagic>(
            LayoutLaws.SealLaw, "sealing forgets the magic",
            "Magic: Magic of Magic at byte 0 is reported after sealing"),
        PlantedCanary.With<BlamesVersion>(
            LayoutLaws.MutationLaw, "another field is blamed",
            "Version: Constant of Version at byte 4 is reported when Length at byte 8: max"),
    ];
}
