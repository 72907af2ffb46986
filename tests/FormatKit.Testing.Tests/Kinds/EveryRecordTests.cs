namespace FormatKit.Testing.Tests.Kinds;

public sealed class EveryRecordTests
{
    public static TheoryData<string> LawNames => [.. Laws.Of<EveryRecord>().Select(law => law.Name)];

    [Theory, MemberData(nameof(LawNames))]
    public void Everything_that_can_be_declared_keeps_every_law(string law) =>
        Assert.Null(Laws.Of<EveryRecord>().Single(candidate => candidate.Name == law).Try(null).Vacuous);

    [Theory, MemberData(nameof(LawNames))]
    public void A_record_that_goes_on_to_the_end_keeps_every_law(string law) =>
        Laws.Of<TaggedEntry>().Single(candidate => candidate.Name == law).Try(null);

    [Theory, MemberData(nameof(LawNames))]
    public void A_record_of_scalars_keeps_every_law(string law) =>
        Laws.Of<ScalarRecord>().Single(candidate => candidate.Name == law).Try(null);

    [Theory, MemberData(nameof(LawNames))]
    public void A_struct_that_goes_on_to_the_end_keeps_every_law(string law) =>
        Laws.Of<OpenPoints>().Single(candidate => candidate.Name == law).Try(null);

    [Fact]
    public void All_kinds_of_fields_and_extents_are_tried()
    {
        RecordInfo[] records =
        [
            Records.InfoOf<EveryRecord>(), Records.InfoOf<TaggedEntry>(), Records.InfoOf<TextBody>(),
            Records.InfoOf<OtherBody>(),
        ];
        var fields = records.SelectMany(record => record.Fields).ToList();

        Assert.Equal(
            Enum.GetValues<RecordFieldKind>().Except([RecordFieldKind.Record]),
            fields.Select(field => field.Kind).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<RecordExtentKind>().Except([RecordExtentKind.Fixed]),
            fields.Select(field => field.Extent.Kind).Distinct().Order());
    }

    [Fact]
    public void Valid_records_are_valid_and_shrink_to_the_simplest_that_fails()
    {
        var broken = Assert.Throws<LawException>(() => Law.ForAll(
            "a name is empty", Arbitraries.Valid<EveryRecord>(), record => Assert.Equal("", record.Name), seed: 3));

        var name = ((Exception)broken.InnerException!).Message;
        Assert.Contains("\"\"", name, StringComparison.Ordinal);
    }
}
