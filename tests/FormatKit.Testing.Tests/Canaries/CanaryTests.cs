namespace FormatKit.Testing.Tests.Canaries;

/// <summary>
/// Each law fails on a declaration with the bug that the law is there for, and says which field it is.
/// </summary>
public sealed class CanaryTests
{
    private static readonly IReadOnlyList<PlantedCanary> All =
        [.. LayoutCanaries.All, .. StructureCanaries.All, .. RecordCanaries.All];

    public static TheoryData<string> Stories => [.. All.Select(canary => canary.Story)];

    [Fact]
    public void All_laws_hold_where_there_is_no_bug() =>
        Assert.All(Laws.Check<Canary<NoBug>>(), result => Assert.Null(result.Vacuous));

    [Fact]
    public void All_laws_hold_for_bits_integers_and_overlays_where_there_is_no_bug() =>
        Laws.Check<StructureCanary<NoStructureBug>>();

    [Fact]
    public void All_laws_of_records_hold_where_there_is_no_bug() =>
        Assert.All(Laws.Check<RecordCanary<NoRecordBug>>(), result => Assert.Null(result.Vacuous));

    [Theory, MemberData(nameof(Stories))]
    public void A_bug_breaks_the_law_that_is_there_for_it(string story)
    {
        var canary = All.Single(canary => canary.Story == story);

        var broken = Assert.Throws<LawException>(() => canary.Try(null));

        Assert.EndsWith($": {canary.Law}", broken.LawName, StringComparison.Ordinal);
        Assert.Contains(canary.Says, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_law_has_a_canary() =>
        Assert.Equal(
            Laws.Of<Canary<NoBug>>().Select(law => law.Name).Order(),
            LayoutCanaries.All.Select(canary => canary.Law).Distinct().Order());

    [Fact]
    public void Every_law_of_records_has_a_canary() =>
        Assert.Equal(
            Laws.Of<RecordCanary<NoRecordBug>>().Select(law => law.Name).Order(),
            RecordCanaries.All.Select(canary => canary.Law).Distinct().Order());

    [Fact]
    public void A_broken_law_can_be_seen_again_with_its_seed()
    {
        var first = Assert.Throws<LawException>(
            () => LayoutLaws.SetChangesItsFieldOnly<Canary<SetterTouchesNeighbour>>());

        var again = Assert.Throws<LawException>(
            () => LayoutLaws.SetChangesItsFieldOnly<Canary<SetterTouchesNeighbour>>(first.Seed));

        Assert.Equal(first.Message, again.Message);
        Assert.Contains($"FORMATKIT_SEED={first.Seed}", first.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_shows_law_field_place_and_the_shrunk_bytes()
    {
        var broken = Assert.Throws<LawException>(() => LayoutLaws.AnyBytesAreReadWithoutError<Canary<GetterThrows>>(7));

        Assert.Equal(
            """
            Law broken: Canary: any bytes are read without an error
              Length at byte 8: InvalidOperationException is thrown: nobody is that long
              example: 24 bytes, at 8 80, zeros elsewhere; salt 0
                0000  00 00 00 00 00 00 00 00 80 00 00 00 00 00 00 00
                                              ^^ ^^ ^^ ^^ Length
              again with: FORMATKIT_SEED=7
            """,
            System.Text.RegularExpressions.Regex.Replace(broken.Message, "salt [0-9]+", "salt 0"));
    }
}
