
namespace FormatKit.Testing.Tests.Kinds;

public sealed class EveryKindTests
{
    [Fact]
    public void Everything_that_can_be_declared_keeps_every_law()
    {
        Assert.All(Laws.Check<EveryKind>(), result => Assert.Null(result.Vacuous));
        Assert.All(Laws.Check<Pair>(), result => Assert.Null(result.Vacuous));
        Assert.All(Laws.Check<SummedPart>(), result => Assert.Null(result.Vacuous));
        Assert.All(Laws.Check<EveryChecksum>(), result => Assert.Null(result.Vacuous));
        Assert.All(Laws.Check<EveryStructure>(), result => Assert.Null(result.Vacuous));
        Laws.Check<TaggedPart>();
    }

    [Fact]
    public void All_kinds_of_fields_are_tried() =>
        Assert.Equal(
            Enum.GetValues<FieldKind>(),
            PlacedField.AllOf(Layout.InfoOf<EveryKind>()).Select(field => field.Field.Kind).Distinct().Order());

    [Fact]
    public void A_changed_byte_in_a_nested_part_breaks_its_checksum_and_the_outer_one()
    {
        var whole = default(EveryKind);
        Layout.Seal(ref whole);
        Layout.EditBytesOf(ref whole)[212 + 16 + 8 + 7] ^= 1;

        var violations = Layout.Validate(whole)
            .Select(violation => $"{violation.Kind} {violation.Path} {violation.Offset}");

        Assert.Equal(["Checksum Pairs[1].Second.Sum 238", "Checksum Checksum 248"], violations);
    }
}
