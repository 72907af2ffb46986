using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct Strictly
{
    [Constant(1)] public partial byte Version { readonly get; set; }
    [Strict, Range(1, 9)] public partial byte Level { readonly get; set; }
    public partial ushort Size { readonly get; set; }

    [Rule("the size is even"), Strict]
    private static bool IsEven(in Strictly value) => value.Size % 2 == 0;
}

[BinaryLayout(8, ByteOrder.BigEndian)]
internal partial struct StrictTable
{
    [FixedCount(2)] public readonly partial ReadOnlySpan<Strictly> Entries { get; }
}

[BinaryLayout(21, ByteOrder.BigEndian)]
internal partial struct StrictWithin
{
    [Strict] public partial Strictly One { readonly get; set; }
    [Strict, FixedCount(2)] public readonly partial ReadOnlySpan<Strictly> Several { get; }
    public partial byte Tag { readonly get; set; }
    [Strict, Bytes(4)] public readonly partial ReadOnlySpan<byte> Raw { get; }
    [Overlay(nameof(Raw), nameof(Tag), 0)] public partial Strictly View0 { readonly get; set; }
    public partial Strictly Firm { readonly get; set; }
}

[BinaryLayout(21, ByteOrder.BigEndian)]
internal partial struct StrictTwiceWithin
{
    public partial StrictWithin Inner { readonly get; set; }
}

[BinaryLayout(6, ByteOrder.BigEndian)]
internal partial struct StrictSum
{
    [Strict, Constant(1)] public partial byte Version { readonly get; set; }
    [Checksum<Sum8>(External = "map"), Strict] public partial byte Wild { readonly get; set; }
    [Checksum<Crc32>(External = "map")] public partial uint Firm { readonly get; set; }
}

public sealed class StrictTests
{
    private static readonly Strictly Broken = new() { Version = 2, Level = 0, Size = 3 };

    [Fact]
    public void The_specification_demands_all_and_the_wild_what_readers_rely_on()
    {
        Assert.Equal(["Version", "Level", "Version"], Paths(Layout.Validate(Broken)));
        Assert.Equal(["Version", "Level", "Version"], Paths(Layout.Validate(Broken, Strictness.Spec)));
        Assert.Equal(["Version"], Paths(Layout.Validate(Broken, Strictness.Wild)));

        static IEnumerable<string> Paths(ViolationList violations) => violations.Select(violation => violation.Path);
    }

    [Fact]
    public void A_violation_says_whether_it_is_strict() =>
        Assert.Equal([false, true, true], Layout.Validate(Broken).Select(violation => violation.IsStrict));

    [Fact]
    public void It_holds_within_other_layouts()
    {
        var table = default(StrictTable);
        table.EditEntries().Fill(Broken);

        Assert.Equal(6, Layout.Validate(in table).Count);
        Assert.Equal(
            ["Entries[0].Version", "Entries[1].Version"],
            Layout.Validate(in table, Strictness.Wild).Select(violation => violation.Path));
    }

    [Fact]
    public void What_stands_within_a_strict_field_is_strict()
    {
        var value = new StrictWithin { One = Broken, View0 = Broken, Firm = Broken };
        value.EditSeveral().Fill(Broken);
        var outer = new StrictTwiceWithin { Inner = value };

        Assert.Equal(15, Layout.Validate(in value).Count);
        Assert.Equal(
            ["Firm.Version"], Layout.Validate(in value, Strictness.Wild).Select(violation => violation.Path));
        Assert.Equal(
            ["Inner.Firm.Version"], Layout.Validate(in outer, Strictness.Wild).Select(violation => violation.Path));
    }

    [Fact]
    public void Checksums_over_regions_are_judged_with_a_strictness_as_well()
    {
        byte[] map = [1, 2];
        var value = new StrictSum { Version = 2, Firm = Crc32.Finish(Crc32.Append(0, map)) };

        Assert.Equal(["Version", "Wild"], value.Validate(map).Select(violation => violation.Path));
        Assert.Empty(value.Validate(map, Strictness.Wild));
        Assert.True(value.IsValid(map, Strictness.Wild));
        Assert.False(value.IsValid(map));
        Layout.ThrowIfInvalid(in value, new ExternalRegions(map), Strictness.Wild);
        var thrown = Assert.Throws<LayoutException>(() => Layout.ThrowIfInvalid(in value, new ExternalRegions(map)));
        Assert.Equal(2, thrown.Violations.Count);
        Assert.Equal(["Firm"], value.Validate([9], Strictness.Wild).Select(violation => violation.Path));
    }

    [Fact]
    public void Every_form_takes_a_strictness()
    {
        byte[] bytes = [1, 0, 0, 2]; // Version, Level 0, Size

        Assert.True(Layout.IsValid(in Strictly.View(bytes), Strictness.Wild));
        Assert.False(Layout.IsValid(in Strictly.View(bytes), Strictness.Spec));
        Assert.Equal(2, Strictly.Read(bytes, Strictness.Wild).Size);
        Assert.Throws<LayoutException>(() => Strictly.Read(bytes));
        Layout.ThrowIfInvalid(in Strictly.View(bytes), Strictness.Wild);
        var thrown = Assert.Throws<LayoutException>(() => Layout.ThrowIfInvalid(in Strictly.View(bytes)));
        Assert.Equal("Level", Assert.Single(thrown.Violations).Path);
    }

    [Fact]
    public void Reading_gives_the_violations_when_it_is_asked_to()
    {
        var (violations, none) = (new ViolationList(), new ViolationList());

        Assert.False(Strictly.TryRead([1, 0, 0, 2], out var value, violations));
        Assert.True(Strictly.TryRead([1, 0, 0, 2], out _, none, Strictness.Wild));
        Assert.False(Strictly.TryRead([1, 0, 0], out _, none));

        Assert.Equal(2, value.Size);
        Assert.Equal("Level", Assert.Single(violations).Path);
        Assert.Empty(none);
    }

    [Fact]
    public void Filtering_allocates_nothing()
    {
        var first = default(FirstViolation);
        Layout.Validate(in Broken, Strictness.Wild, ref first);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var broken = Layout.Validate(in Broken, Strictness.Wild, ref first);

        Assert.Equal((0, 1), (GC.GetAllocatedBytesForCurrentThread() - before, broken));
    }

    [Fact]
    public void A_field_without_a_rule_has_nothing_to_be_strict_about() => DiagnoseField(
        "FK0014", "[⟦Strict⟧] public partial uint Value { readonly get; set; }");

    [Fact]
    public void A_method_that_is_no_rule_is_refused() => DiagnoseField("FK0059", """
        public partial uint Value { readonly get; set; }
        [⟦Strict⟧] private static bool Holds(in Header value) => true;
        """);
}
