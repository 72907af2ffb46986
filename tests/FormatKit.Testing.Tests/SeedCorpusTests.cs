using FormatKit.Formats.Vhd;
using FormatKit.Testing.Tests.Kinds;

namespace FormatKit.Testing.Tests;

public sealed class SeedCorpusTests
{
    private static readonly IReadOnlyList<Seed> Footers = SeedCorpus.Of<VhdFooter>();

    private static readonly IReadOnlyList<Seed> Everything = SeedCorpus.Of<EveryRecord>();

    [Fact]
    public void A_seed_that_is_called_valid_is_read_without_a_violation() =>
        Assert.All(
            Footers.Where(seed => seed.Name.StartsWith("valid-", StringComparison.Ordinal)),
            seed => Layout.Read<VhdFooter>(seed.Bytes));

    [Fact]
    public void A_seed_that_is_called_wrong_is_refused() =>
        Assert.All(
            Footers.Where(seed => seed.Name.StartsWith("wrong-", StringComparison.Ordinal)),
            seed => Assert.Throws<LayoutException>(() => Layout.Read<VhdFooter>(seed.Bytes)));

    [Fact]
    public void Every_named_value_of_an_enum_has_a_seed() =>
        Assert.All(
            Enum.GetNames<VhdDiskType>(),
            name => Assert.Contains(
                Footers, seed => seed.Bytes.Length == 512
                    && VhdFooter.View(seed.Bytes).DiskType == Enum.Parse<VhdDiskType>(name)));

    [Fact]
    public void A_value_past_the_last_one_of_an_enum_that_rejects_it_is_wrong() =>
        Assert.Contains(Footers, seed => seed.Name == "wrong-DiskType-max");

    [Fact]
    public void A_wrong_magic_stays_wrong() =>
        Assert.Contains(
            Footers, seed => seed.Name == "wrong-Cookie-the-legal-value-plus-1"
                && VhdFooter.View(seed.Bytes).Cookie == 0x636F_6E65_6374_6979);

    [Fact]
    public void Inputs_end_too_early_and_too_late() =>
        Assert.Equal([0, 1, 256, 511, 513, 1024], Footers.Select(seed => seed.Bytes.Length).Where(l => l != 512));

    [Fact]
    public void No_two_seeds_are_alike_and_none_have_one_name()
    {
        Assert.Equal(Footers.Count, Footers.Select(seed => Convert.ToHexString(seed.Bytes)).Distinct().Count());
        Assert.Equal(Footers.Count, Footers.Select(seed => seed.Name).Distinct().Count());
    }

    [Fact]
    public void Names_are_names_of_files_everywhere() =>
        Assert.All(SeedCorpus.Of<VhdDynamicHeader>(), seed => Assert.Matches("^[A-Za-z0-9._~-]{1,100}$", seed.Name));

    [Fact]
    public void What_is_written_is_the_same_every_time()
    {
        using var folder = new ScratchFolder();

        var first = SeedCorpus.Write<VhdFooter>(folder.Path).ToDictionary(path => path, File.ReadAllBytes);
        var second = SeedCorpus.Write<VhdFooter>(folder.Path).ToDictionary(path => path, File.ReadAllBytes);

        Assert.Equal(first, second);
        Assert.Equal(Footers.Count, Directory.GetFiles(folder.Path).Length);
    }

    [Theory]
    [InlineData("valid-Entries.Body-NumberBody")]
    [InlineData("valid-Entries.Body-OtherBody")]
    [InlineData("valid-Extra-there")]
    [InlineData("valid-Note-there")]
    [InlineData("valid-Numbers-many")]
    [InlineData("wrong-Entries.0.Length-max")]
    public void A_record_has_seeds_of_its_shapes_and_of_wrong_lengths(string name) =>
        Assert.Contains(Everything, seed => seed.Name == name);

    [Fact]
    public void The_seed_of_a_variant_has_it() =>
        Assert.Contains(
            Records.Read<EveryRecord>(Everything.Single(seed => seed.Name == "valid-Entries.Body-TextBody").Bytes)
                .Entries,
            entry => entry.Body is TextBody);

    [Fact]
    public void Seeds_of_a_record_are_called_valid_if_they_are() =>
        Assert.All(
            Everything.Where(seed => seed.Name.StartsWith("valid-", StringComparison.Ordinal)),
            seed => Records.Read<EveryRecord>(seed.Bytes));
}
