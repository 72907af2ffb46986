using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(8, ByteOrder.BigEndian, Spec = "Guide")]
internal partial struct Index
{
    public partial ushort Version { readonly get; set; }
    public partial ushort First { readonly get; set; }
    public partial uint Last { readonly get; set; }

    [Rule("the first entry is not behind the last", Field = nameof(First), Spec = "Guide, 3")]
    internal static bool IsInOrder(in Index index) => index.First <= index.Last;

    [Rule("the last entry is odd", Field = nameof(Last)), Since(nameof(Version), 2)]
    private static bool IsOdd(in Index index) => index.Last % 2 == 1;

    [Rule("there are as many entries as the trailer says")]
    private static bool Agrees(in Index index, in Trailer trailer) => index.Last + 1 == trailer.Count;
}

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct Trailer
{
    public partial uint Count { readonly get; set; }
}

[BinaryLayout(20, ByteOrder.BigEndian)]
internal partial struct Indexes
{
    [Reserved(4)] public readonly partial ReadOnlySpan<byte> Gap { get; }
    [FixedCount(2)] public readonly partial ReadOnlySpan<Index> Entries { get; }
}

public sealed class RuleTests
{
    [Fact]
    public void A_rule_that_does_not_hold_names_its_text_field_and_clause()
    {
        var violation = Assert.Single(Layout.Validate(new Index { First = 5, Last = 4 }));

        Assert.Equal((ViolationKind.Rule, "First", 2, "Guide, 3"), (
            violation.Kind, violation.Path, violation.Offset, violation.Spec));
        Assert.Equal("IsInOrder", violation.Rule!.Name);
        Assert.Equal(
            "FKV013: Index.First at byte 2: found 5, expected that the first entry is not behind the last (Guide, 3)",
            violation.ToString());
    }

    [Fact]
    public void A_rule_with_a_condition_counts_only_then()
    {
        Assert.Empty(Layout.Validate(new Index { Version = 1 }));
        Assert.Equal("IsOdd", Assert.Single(Layout.Validate(new Index { Version = 2 })).Rule!.Name);
    }

    [Fact]
    public void Rules_of_nested_layouts_are_the_outer_ones()
    {
        var value = default(Indexes);
        value.EditEntries()[1].First = 1;

        var violation = Assert.Single(Layout.Validate(in value));

        Assert.Equal(("Entries[1].First", 14), (violation.Path, violation.Offset));
    }

    [Fact]
    public void A_rule_over_two_layouts_is_asked_for_the_pair()
    {
        var index = new Index { Last = 3 };

        Assert.Empty(Layout.ValidatePair(in index, new Trailer { Count = 4 }));
        Assert.Equal(
            "FKV013: Index.Version at byte 0: found 0, expected that there are as many entries as the trailer says",
            Assert.Single(Layout.ValidatePair(in index, new Trailer { Count = 5 })).ToString());
    }

    [Fact]
    public void Rules_stand_in_the_table_of_the_layout() => Assert.Equal(
        [
            new("IsInOrder", "the first entry is not behind the last", "First", "Guide, 3", false, null),
            new(
                "IsOdd", "the last entry is odd", "Last", null, false, null,
                new FieldCondition("Version", ConditionKind.AtLeast, 2)),
            new("Agrees", "there are as many entries as the trailer says", "Version", null, false, "Trailer"),
        ],
        Layout.InfoOf<Index>().Rules);

    [Fact]
    public void Asking_them_allocates_nothing()
    {
        var (index, trailer) = (new Index { Version = 2, First = 9 }, new Trailer { Count = 5 });
        var first = default(FirstViolation);
        Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var broken = Run();

        Assert.Equal((0, 3), (GC.GetAllocatedBytesForCurrentThread() - before, broken));

        int Run() => Layout.Validate(in index, ref first) + Layout.ValidatePair(in index, in trailer, ref first);
    }

    [Theory]
    [InlineData("private readonly bool ⟦Holds⟧() => true;", "is not static")]
    [InlineData("private static int ⟦Holds⟧(in Header value) => 1;", "returns 'int'")]
    [InlineData("private static bool ⟦Holds⟧(Header value) => true;", "does not take 'value' as 'in'")]
    [InlineData("private static bool ⟦Holds⟧(in uint value) => true;", "does not take 'Header' first")]
    [InlineData("private static bool ⟦Holds⟧() => true;", "has 0 parameters")]
    [InlineData("private static bool ⟦Holds⟧<T>(in Header value) => true;", "is generic")]
    [InlineData("private static bool ⟦Holds⟧(in Header a, in Guid b) => true;", "takes 'Guid', which is no")]
    public void Another_form_is_refused(string method, string fault) => Assert.Contains(
        $"'Holds' {fault}", DiagnoseField("FK0054", $$"""
            public partial uint Value { readonly get; set; }
            [Rule("it holds")] {{method}}
            """), StringComparison.Ordinal);

    [Fact]
    public void A_field_that_is_not_there_is_refused() => Assert.Equal(
        "[Rule] of 'Holds' names 'Size', and 'Header' has no such field; write nameof of one that it has",
        DiagnoseField("FK0055", """
            public partial uint Value { readonly get; set; }
            [Rule("it holds", Field = ⟦"Size"⟧)] private static bool Holds(in Header value) => true;
            """));

    [Fact]
    public void A_condition_without_a_rule_is_refused() => DiagnoseField("FK0059", """
        public partial uint Value { readonly get; set; }
        [⟦When(nameof(Value))⟧] private static bool Holds(in Header value) => true;
        """);

    [Fact]
    public void Rules_compile_in_a_strict_project_whatever_their_names() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial uint Value { readonly get; set; }
            [Rule("it \"holds\"\n")] private static bool @value(in Header header) => true;
            [Rule("it holds"), Strict, When(nameof(Value), 3)] private static bool sink(in Header header) => true;
            [Rule("they agree")] private static bool @class(in Header header, in Header other) => true;
        }
        """);
}
