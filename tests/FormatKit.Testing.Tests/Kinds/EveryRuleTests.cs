namespace FormatKit.Testing.Tests.Kinds;

public sealed class EveryRuleTests
{
    [Fact]
    public void The_table_and_validation_agree_on_every_rule() =>
        Assert.Null(LayoutLaws.AccessorsAgreeWithTheTable<EveryRule>().Vacuous);

    [Fact]
    public void Sealing_leaves_what_does_not_count() =>
        Assert.Null(LayoutLaws.SealingIsEnoughAndNoMore<EveryRule>().Vacuous);

    [Fact]
    public void Valid_layouts_keep_rules_in_code_too() => Law.ForAll(
        "valid", Arbitraries.Valid<EveryRule>(), value => Assert.Empty(Layout.Validate(value)));
}
