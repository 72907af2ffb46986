using FormatKit.Formats.Vhd;
using FormatKit.Formats.Vmdk;
using FormatKit.Testing.Tests.Kinds;

namespace FormatKit.Testing.Tests;

public sealed class FieldMutationsTests
{
    [Fact]
    public void Nested_fields_are_reached_at_their_place_in_the_whole()
    {
        var sizes = FieldMutations.Of(Layout.InfoOf<VhdDynamicHeader>())
            .Where(mutation => mutation.Path == "ParentLocators[2].DataLength");

        // The locators stand at 576, 24 bytes each, the length 8 bytes into one.
        Assert.All(sizes, mutation => Assert.Equal(576 + (2 * 24) + 8, mutation.Offset));
        Assert.Contains(sizes, mutation => mutation.Bytes.Span.SequenceEqual((byte[])[0xFF, 0xFF, 0xFF, 0xFE]));
    }

    [Fact]
    public void Every_byte_of_a_layout_is_reached() =>
        Assert.Equal(
            Layout.SizeOf<CowdHeader>(),
            FieldMutations.Of(Layout.InfoOf<CowdHeader>())
                .SelectMany(mutation => Enumerable.Range(mutation.Offset, mutation.Bytes.Length)).Distinct().Count());

    [Fact]
    public void Off_by_one_errors_of_the_current_value_are_in_the_byte_order_of_the_field()
    {
        var bytes = new byte[512];
        Vmdk4Header.Edit(bytes).Capacity = 0x0100;

        var capacities = FieldMutations.Of(Layout.InfoOf<Vmdk4Header>(), bytes)
            .Where(mutation => mutation.Path == nameof(Vmdk4Header.Capacity))
            .ToDictionary(mutation => mutation.What);

        Assert.Equal((byte[])[0xFF, 0, 0, 0, 0, 0, 0, 0], capacities["the value - 1"].Bytes.Span);
        Assert.Equal((byte[])[0x01, 1, 0, 0, 0, 0, 0, 0], capacities["the value + 1"].Bytes.Span);
    }

    [Fact]
    public void An_applied_mutation_is_what_the_accessor_reads()
    {
        var bytes = new byte[512];
        var mutation = FieldMutations.Of(Layout.InfoOf<VhdFooter>())
            .Single(candidate => candidate is { Path: nameof(VhdFooter.CurrentSize), What: "sign bit" });

        mutation.Apply(bytes);

        Assert.Equal(1UL << 63, VhdFooter.View(bytes).CurrentSize);
    }

    [Fact]
    public void Fields_of_overlays_are_reached_whatever_the_tag_says()
    {
        var numbers = FieldMutations.Of(Layout.InfoOf<EveryStructure>())
            .Where(mutation => mutation.Path == "AsTagged.AsOtherNumber.Number").ToList();

        // The region stands at 35, the body of the tagged part 2 bytes into it.
        Assert.All(numbers, mutation => Assert.Equal(35 + 2, mutation.Offset));
        Assert.Contains(numbers, mutation => mutation.Bytes.Span.SequenceEqual((byte[])[0x2D, 1]));
    }
}
