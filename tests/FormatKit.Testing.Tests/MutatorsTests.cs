using FormatKit.Formats.Vhd;
using FormatKit.Testing.Tests.Kinds;

namespace FormatKit.Testing.Tests;

public sealed class MutatorsTests
{
    private static readonly byte[] Footer = SealedFooter();

    [Fact]
    public void No_mutant_is_the_input_itself() =>
        Assert.All(Mutators<VhdFooter>.Of(Footer), mutant => Assert.NotEqual(Footer, mutant.Bytes));

    [Fact]
    public void No_sealed_mutant_is_the_input_itself() =>
        Assert.All(Mutators<VhdFooter>.Of(Footer, reseal: true), mutant => Assert.NotEqual(Footer, mutant.Bytes));

    [Fact]
    public void A_seed_gives_the_same_mutants_again() =>
        Assert.Equal(Pictures(seed: 5), Pictures(seed: 5));

    [Fact]
    public void Another_seed_gives_other_mutants() =>
        Assert.NotEqual(Pictures(seed: 5), Pictures(seed: 6));

    [Fact]
    public void Resealed_mutants_of_fields_without_rules_are_valid()
    {
        var sizes = Mutators<VhdFooter>.Fields(Footer, reseal: true)
            .Where(mutant => mutant.What.StartsWith(nameof(VhdFooter.CurrentSize), StringComparison.Ordinal));

        Assert.All(sizes, mutant => Assert.Empty(Layout.Validate(in VhdFooter.View(mutant.Bytes))));
        Assert.NotEmpty(sizes);
    }

    [Fact]
    public void Without_resealing_the_checksum_is_wrong_too()
    {
        var mutant = Mutators<VhdFooter>.Fields(Footer)
            .Single(mutant => mutant.What == "CurrentSize at byte 48: sign bit");

        Assert.Equal(
            nameof(VhdFooter.Checksum), Assert.Single(Layout.Validate(in VhdFooter.View(mutant.Bytes))).Path);
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("cut off at byte")]
    [InlineData("bytes more")]
    [InlineData("twice")]
    [InlineData("left out")]
    [InlineData("behind those to")]
    [InlineData("another input from")]
    [InlineData("are ff")]
    public void Bytes_are_changed_in_every_way(string what) =>
        Assert.Contains(
            Enumerable.Range(0, 8).SelectMany(seed => Mutators<VhdFooter>.Bytes(Footer, seed)),
            mutant => mutant.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void The_next_mutant_is_the_same_for_the_same_chance()
    {
        var (one, other) = (new Random(3), new Random(3));

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(
            Mutators<VhdFooter>.Next(Footer, one, reseal: true).Bytes,
            Mutators<VhdFooter>.Next(Footer, other, reseal: true).Bytes));
    }

    [Fact]
    public void Mutants_of_nothing_are_something() =>
        Assert.All(
            Enumerable.Range(0, 200),
            seed => Assert.NotNull(Mutators<VhdFooter>.Next([], new Random(seed)).Bytes));

    [Fact]
    public void Texts_are_cut_where_a_character_is_whole_no_more()
    {
        var names = Mutators<EveryKind>.Fields(new byte[Layout.SizeOf<EveryKind>()])
            .Where(mutant => mutant.What.StartsWith($"{nameof(EveryKind.OtherName)} ", StringComparison.Ordinal));

        Assert.Contains(names, mutant => EveryKind.View(mutant.Bytes).OtherName.EndsWith('\uFFFD'));
    }

    private static IEnumerable<string> Pictures(int seed) =>
        Mutators<VhdFooter>.Of(Footer, seed).Select(mutant => mutant.ToString());

    private static byte[] SealedFooter()
    {
        var footer = default(VhdFooter);
        footer.DiskType = VhdDiskType.Fixed;
        Layout.Seal(ref footer);
        return [.. Layout.BytesOf(in footer)];
    }
}
