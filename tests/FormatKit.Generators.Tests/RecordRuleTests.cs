using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>A list whose entries stand in order; the last one of version 2 is odd.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "Guide")]
internal sealed partial class SortedList
{
    public byte Version { get; set; }
    [Prefixed(1)] public byte[] Entries { get; set; } = [];
    [When(nameof(Version), 3)] public ushort? Hash { get; set; }
    public ushort Most { get; set; }

    [Rule("entries ascend", Field = nameof(Entries), Spec = "Guide, 3")]
    private static bool IsSorted(SortedList list) => list.Entries.SequenceEqual(list.Entries.Order());

    [Rule("no entry is above the greatest", Field = nameof(Most))]
    internal static bool IsBounded(in SortedList list)
    {
        var most = list.Most;
        return list.Entries.All(entry => entry <= most);
    }

    [Rule("the last entry is odd"), Since(nameof(Version), 2)]
    private static bool IsOdd(SortedList list) => list.Entries is [.., var last] && last % 2 == 1;

    [Rule("the hash counts entries", Field = nameof(Hash)), When(nameof(Version), 3)]
    private static bool Counts(SortedList list) => list.Hash == list.Entries.Length;
}

[BinaryRecord(ByteOrder.BigEndian)]
internal partial struct Bound
{
    public byte Low { get; set; }
    public byte High { get; set; }

    [Rule("low is not above high")] private static bool IsInOrder(in Bound bound) => bound.Low <= bound.High;
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Bounds
{
    [Prefixed(1)] public Bound[] Items { get; set; } = [];
}

public sealed class RecordRuleTests
{
    [Fact]
    public void A_rule_that_does_not_hold_names_its_text_field_place_and_clause()
    {
        //                   version, count, entries, most
        byte[] bytes = [1, 2, /* Entries */ 5, 4, 0, 9];

        var violation = Assert.Single(Records.Parse<SortedList>(bytes).Violations);

        Assert.Equal((ViolationKind.Rule, "Entries", 1L, "IsSorted"), (
            violation.Kind, violation.Path, violation.Offset, violation.Rule!.Name));
        Assert.Equal(
            "FKV013: SortedList.Entries at byte 1: found what it holds, expected that entries ascend (Guide, 3)",
            violation.ToString());
    }

    [Fact]
    public void A_violation_shows_the_integer_that_its_rule_is_about() => Assert.Equal(
        "FKV013: SortedList.Most at byte 4: found 3, expected that no entry is above the greatest (Guide)",
        Assert.Single(Records.Parse<SortedList>([1, 2, 4, 5, 0, 3]).Violations).ToString());

    [Fact]
    public void A_record_whose_rules_hold_is_valid() => Assert.True(SortedList.TryRead([2, 1, 5, 0, 9], out _, out _));

    [Fact]
    public void A_rule_with_a_condition_counts_only_then()
    {
        Assert.True(Records.Parse<SortedList>([1, 1, 4, 0, 9]).IsValid);
        Assert.Equal("IsOdd", Assert.Single(Records.Parse<SortedList>([2, 1, 4, 0, 9]).Violations).Rule!.Name);
    }

    [Fact]
    public void A_rule_may_name_a_field_that_is_there_now_and_then()
    {
        var violation = Assert.Single(Records.Parse<SortedList>([3, 1, 5, /* Hash */ 0, 2, 0, 9]).Violations);

        Assert.Equal(("Counts", "Hash", 3L), (violation.Rule!.Name, violation.Path, violation.Offset));
    }

    [Fact]
    public void All_broken_rules_are_reported() =>
        Assert.Equal(3, Records.Parse<SortedList>([2, 2, 6, 4, 0, 3]).Violations.Count);

    [Fact]
    public void Rules_of_nested_records_are_the_outer_ones()
    {
        var violation = Assert.Single(Records.Parse<Bounds>([2, 1, 2, /* Items[1] */ 4, 3]).Violations);

        Assert.Equal(("Items[1].Low", 3L), (violation.Path, violation.Offset));
    }

    [Fact]
    public void Reading_with_a_broken_rule_throws_all_of_it() => Assert.Contains(
        "expected that entries ascend",
        Assert.Throws<RecordException>(() => SortedList.Read([1, 2, 5, 4, 0, 9])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Writing_does_not_enforce_rules() =>
        Assert.Equal(6, new SortedList { Version = 1, Entries = [5, 4], Most = 9 }.ToBytes().Length);

    [Fact]
    public void Rules_stand_in_the_table_of_the_record() => Assert.Equal(
        [
            new("IsSorted", "entries ascend", "Entries", "Guide, 3", false, null),
            new("IsBounded", "no entry is above the greatest", "Most", null, false, null),
            new(
                "IsOdd", "the last entry is odd", "Version", null, false, null,
                new FieldCondition("Version", ConditionKind.AtLeast, 2)),
            new(
                "Counts", "the hash counts entries", "Hash", null, false, null,
                new FieldCondition("Version", ConditionKind.Equal, 3)),
        ],
        Records.InfoOf<SortedList>().Rules);

    [Theory]
    [InlineData("private bool ⟦Holds⟧() => true;", "is not static")]
    [InlineData("private static int ⟦Holds⟧(Chunk value) => 1;", "returns 'int'")]
    [InlineData("private static bool ⟦Holds⟧(ref Chunk value) => true;", "does not take 'value' as 'in'")]
    [InlineData("private static bool ⟦Holds⟧(uint value) => true;", "does not take 'Chunk'")]
    [InlineData("private static bool ⟦Holds⟧() => true;", "has 0 parameters")]
    [InlineData("private static bool ⟦Holds⟧(Chunk a, Chunk b) => true;", "has 2 parameters")]
    [InlineData("private static bool ⟦Holds⟧<T>(Chunk value) => true;", "is generic")]
    public void Another_form_is_refused(string method, string fault) => Assert.Contains(
        $"'Holds' {fault}", DiagnoseRecord("FK0135", $$"""
            public uint Value { get; set; }
            [Rule("it holds")] {{method}}
            """), StringComparison.Ordinal);

    [Fact]
    public void A_struct_is_not_copied() => Assert.Equal(
        "'Holds' does not take 'value' as 'in'; a rule of a record is declared as 'static bool Holds(in Chunk record)'",
        Diagnose("FK0135", """
            [BinaryRecord(ByteOrder.BigEndian)]
            public partial struct Chunk
            {
                public uint Value { get; set; }
                [Rule("it holds")] private static bool ⟦Holds⟧(Chunk value) => true;
            }
            """));

    [Fact]
    public void A_record_without_fields_has_no_rules() => Assert.Contains(
        "has no field that a violation could name",
        DiagnoseRecord("FK0135", "[Rule(\"it holds\")] private static bool ⟦Holds⟧(Chunk value) => true;"),
        StringComparison.Ordinal);

    [Fact]
    public void A_field_that_is_not_there_is_refused() => Assert.Equal(
        "[Rule] of 'Holds' names 'Size', which is no field of 'Chunk'",
        DiagnoseRecord("FK0107", """
            public uint Value { get; set; }
            [Rule("it holds", Field = ⟦"Size"⟧)] private static bool Holds(Chunk value) => true;
            """));

    [Fact]
    public void A_condition_looks_at_a_field_that_is_always_there() => DiagnoseRecord("FK0109", """
        public uint Value { get; set; }
        [When(nameof(Value))] public uint? Other { get; set; }
        [Rule("it holds"), When(⟦nameof(Other)⟧)] private static bool Holds(Chunk value) => true;
        """);

    [Fact]
    public void A_condition_without_a_rule_is_refused() => DiagnoseRecord("FK0059", """
        public uint Value { get; set; }
        [⟦When(nameof(Value))⟧] private static bool Holds(Chunk value) => true;
        """);

    [Fact]
    public void Records_have_no_wild_profile() => DiagnoseRecord("FK0014", """
        public uint Value { get; set; }
        [Rule("it holds"), ⟦Strict⟧] private static bool Holds(Chunk value) => true;
        """);

    [Fact]
    public void Rules_compile_in_a_strict_project_whatever_their_names() => RunClean("""
        #pragma warning disable CS1591
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Chunk
        {
            public uint Value { get; set; }
            [Rule("it \"holds\"\n")] private static bool @value(Chunk header) => true;
            [Rule("it holds"), When(nameof(Value), 3)] private static bool reader(in Chunk header) => true;
            [Rule("it is so")] private static bool @class(Chunk header) => true;
        }
        """);
}
