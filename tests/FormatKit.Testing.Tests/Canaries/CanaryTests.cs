
namespace FormatKit.Testing.Tests.Canaries;

/// <summary>Each law fails on a layout with the bug that the law is there for, and says which field it is.</summary>
public sealed class CanaryTests
{
    [Fact]
    public void All_laws_hold_where_there_is_no_bug() =>
        Assert.All(Laws.Check<Canary<NoBug>>(), result => Assert.Null(result.Vacuous));

    [Fact]
    public void Overlapping_fields_break_the_partition() =>
        ExpectBroken<OverlappingFields>(LayoutLaws.PartitionLaw,
            "Canary.Length: it starts at 7, the field before it ends at 8");

    [Fact]
    public void A_struct_of_another_size_breaks_the_partition() =>
        ExpectBroken(LayoutLaws.PartitionLaw, LayoutLaws.FieldsPartitionTheLayout<ShortCanary>,
            "ShortCanary: the table says 8");

    [Fact]
    public void A_setter_that_touches_its_neighbour_breaks_the_set_law() =>
        ExpectBroken<SetterTouchesNeighbour>(LayoutLaws.SetLaw, "Length: byte 12 changes too when it is set to");

    [Fact]
    public void A_getter_that_loses_a_bit_breaks_the_set_law() =>
        ExpectBroken<GetterLosesTopBit>(LayoutLaws.SetLaw, "Length: set to");

    [Fact]
    public void A_getter_that_loses_a_bit_breaks_the_rebuilding() =>
        ExpectBroken<GetterLosesTopBit>(LayoutLaws.RebuildLaw, "Length: byte 8 was");

    [Fact]
    public void An_accessor_in_the_wrong_byte_order_disagrees_with_the_table() =>
        ExpectBroken<WrongByteOrder>(LayoutLaws.TableLaw, "Length: the accessor reads");

    [Fact]
    public void A_constant_that_is_not_validated_disagrees_with_the_table() =>
        ExpectBroken<ForgottenConstant>(LayoutLaws.TableLaw, "Version: Constant of Version at byte 4 is not reported");

    [Fact]
    public void Rules_that_are_denied_are_not_validated_and_disagree_with_the_table() =>
        ExpectBroken<DeniedRules>(LayoutLaws.TableLaw, "Magic: Magic of Magic at byte 0 is not reported");

    [Fact]
    public void A_checksum_that_is_not_validated_hides_changed_bytes() =>
        ExpectBroken<ForgottenChecksum>(LayoutLaws.ChecksumLaw,
            "Checksum: Checksum of Checksum at byte 12 is not reported");

    [Fact]
    public void A_struct_of_another_size_takes_truncations() =>
        ExpectBroken(LayoutLaws.TruncationLaw, LayoutLaws.TruncationsAreRefused<ShortCanary>,
            "ShortCanary: TryRead takes 6 bytes");

    [Fact]
    public void A_getter_that_throws_is_an_error_on_any_bytes() =>
        ExpectBroken<GetterThrows>(LayoutLaws.TotalityLaw,
            "Length: InvalidOperationException is thrown: nobody is that long");

    [Fact]
    public void Sealing_that_touches_a_value_is_more_than_sealing() =>
        ExpectBroken<SealTouchesValue>(LayoutLaws.SealLaw, "Length: sealing changes byte 11");

    [Fact]
    public void Sealing_that_forgets_the_magic_is_not_enough() =>
        ExpectBroken<SealForgetsMagic>(LayoutLaws.SealLaw,
            "Magic: Magic of Magic at byte 0 is reported after sealing");

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

    private static void ExpectBroken<TBug>(string law, string says)
        where TBug : struct, IPlantedBug =>
        ExpectBroken(law, Laws.Of<Canary<TBug>>().Single(candidate => candidate.Name == law).Try, says);

    private static void ExpectBroken(string law, Func<ulong?, LawResult> attempt, string says)
    {
        var broken = Assert.Throws<LawException>(() => attempt(null));
        Assert.Contains(law, broken.LawName, StringComparison.Ordinal);
        Assert.Contains(law, broken.Message, StringComparison.Ordinal);
        Assert.Contains(says, broken.Message, StringComparison.Ordinal);
    }
}
