namespace FormatKit.Testing.Tests.Kinds;

public sealed class EveryReachTests
{
    [Fact]
    public void The_table_and_validation_agree_on_what_is_reached() =>
        Assert.Null(LayoutLaws.AccessorsAgreeWithTheTable<EveryReach>().Vacuous);

    [Fact]
    public void Sealing_once_fills_the_chain() =>
        Assert.Null(LayoutLaws.SealingIsEnoughAndNoMore<EveryReach>().Vacuous);

    [Fact]
    public void A_changed_byte_breaks_the_sums_over_it_those_of_layouts_within_among_them() =>
        Assert.Null(LayoutLaws.ChangedBytesAreReported<EveryReach>().Vacuous);

    [Fact]
    public void The_regions_are_the_layouts_own_and_that_of_the_first_layout_within()
    {
        var info = Layout.InfoOf<EveryReach>();

        Assert.Equal(["map", "entries"], info.Externals);
        Assert.Equal(
            ["First"], info.Fields.Where(field => field.ReachesExternals).Select(field => field.Name));
    }
}
