using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(20, ByteOrder.BigEndian)]
internal partial struct Table
{
    public partial ushort Before { readonly get; set; }
    [FixedCount(3)] public readonly partial ReadOnlySpan<Inner> Entries { get; }
}

public sealed class FixedCountTests
{
    [Fact]
    public void Elements_are_seen_and_edited_where_they_stand()
    {
        var value = default(Table);

        value.EditEntries()[2].Mark = 0x0102;

        SameBytes([1, 2], Layout.BytesOf(in value)[14..16]);
        Assert.Equal(0x0102, value.Entries[2].Mark);
    }

    [Fact]
    public void Every_element_is_sealed()
    {
        var value = default(Table);

        value.Seal();

        Assert.True(Layout.IsValid(in value));
        Assert.All(value.Entries.ToArray(), entry => Assert.Equal(0x4D4D, entry.Mark));
    }

    [Fact]
    public void A_violation_names_the_element()
    {
        var value = default(Table);
        value.Seal();
        value.EditEntries()[2].Sum = 0;

        var violation = Assert.Single(Layout.Validate(in value));

        Assert.Equal(("Entries[2].Sum", 16, "Table"), (violation.Path, violation.Offset, violation.Layout.Name));
    }

    [Fact]
    public void An_array_needs_its_count() => Diagnose("FK0013", """
        [BinaryLayout(1, ByteOrder.BigEndian)]
        public partial struct Item { public partial byte Value { readonly get; set; } }
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct List { public readonly partial ReadOnlySpan<Item> ⟦Items⟧ { get; } }
        """);

    [Theory]
    [InlineData("0")]
    [InlineData("524289")]
    [InlineData("int.MaxValue")]
    public void A_count_out_of_range_is_refused(string count) => Diagnose("FK0016", $$"""
        [BinaryLayout(2, ByteOrder.BigEndian)]
        public partial struct Item { public partial ushort Value { readonly get; set; } }
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct List
        {
            [FixedCount(⟦{{count}}⟧)] public readonly partial ReadOnlySpan<Item> Items { get; }
        }
        """);

    [Theory]
    [InlineData("uint")]
    [InlineData("Guid")]
    [InlineData("string")]
    public void Elements_that_are_no_layouts_are_refused(string element) => DiagnoseField(
        "FK0025", $$"""[FixedCount(1)] public readonly partial ⟦ReadOnlySpan<{{element}}>⟧ Value { get; }""");

    [Fact]
    public void An_integer_is_no_array() => DiagnoseField(
        "FK0014", "[⟦FixedCount(4)⟧] public partial uint Value { readonly get; set; }");
}
