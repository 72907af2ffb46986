namespace FormatKit.Formats.Vhd;

/// <summary>
/// How large the disk of a footer is. Creators disagree: Virtual PC and qemu mean the geometry, all others the current
/// size.
/// </summary>
public static class VhdSize
{
    private static readonly FourCC VirtualPc = FourCC.Of("vpc ");
    private static readonly FourCC Qemu = FourCC.Of("qemu");

    /// <summary>The rule that the creator of a footer followed. The largest geometry never limits a disk.</summary>
    public static VhdSizeRule RuleOf(in VhdFooter footer) =>
        (footer.CreatorApplication == VirtualPc || footer.CreatorApplication == Qemu)
        && footer.Geometry.Sectors is > 0 and < VhdGeometry.MaxSectors
            ? VhdSizeRule.Geometry
            : VhdSizeRule.CurrentSize;

    /// <summary>Guest bytes by a rule.</summary>
    public static ulong Of(in VhdFooter footer, VhdSizeRule rule) =>
        rule == VhdSizeRule.Geometry ? (ulong)footer.Geometry.Sectors * VhdLayout.SectorSize : footer.CurrentSize;
}
