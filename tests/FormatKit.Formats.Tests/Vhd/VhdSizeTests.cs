using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class VhdSizeTests
{
    [Theory]
    [InlineData("vpc ", VhdSizeRule.Geometry)]
    [InlineData("qemu", VhdSizeRule.Geometry)]
    [InlineData("vs  ", VhdSizeRule.CurrentSize)]
    [InlineData("win ", VhdSizeRule.CurrentSize)]
    [InlineData("vbox", VhdSizeRule.CurrentSize)]
    [InlineData("qem2", VhdSizeRule.CurrentSize)]
    [InlineData("tap\0", VhdSizeRule.CurrentSize)]
    [InlineData("CTXS", VhdSizeRule.CurrentSize)]
    [InlineData("d2v\0", VhdSizeRule.CurrentSize)]
    [InlineData("wa\0\0", VhdSizeRule.CurrentSize)]
    [InlineData("caml", VhdSizeRule.CurrentSize)]
    [InlineData("VPC ", VhdSizeRule.CurrentSize)]
    public void The_creator_says_which_size_counts(string creator, VhdSizeRule rule) =>
        Assert.Equal(rule, VhdSize.RuleOf(Footer(creator, 211, 4, 17)));

    [Theory]
    [InlineData(65535, 16, 255)]
    [InlineData(0, 4, 17)]
    public void The_largest_and_the_empty_geometry_never_count(ushort cylinders, byte heads, byte perTrack) =>
        Assert.Equal(VhdSizeRule.CurrentSize, VhdSize.RuleOf(Footer("vpc ", cylinders, heads, perTrack)));

    [Fact]
    public void Each_rule_gives_its_size()
    {
        var footer = Footer("qemu", 211, 4, 17);

        Assert.Equal(211UL * 4 * 17 * 512, VhdSize.Of(footer, VhdSizeRule.Geometry));
        Assert.Equal(7_345_664UL, VhdSize.Of(footer, VhdSizeRule.CurrentSize));
    }

    private static VhdFooter Footer(string creator, ushort cylinders, byte heads, byte perTrack) => new()
    {
        CreatorApplication = FourCC.Of(creator),
        CurrentSize = 7_345_664,
        OriginalSize = 1,
        Geometry = new DiskGeometry { Cylinders = cylinders, Heads = heads, SectorsPerTrack = perTrack },
    };
}
