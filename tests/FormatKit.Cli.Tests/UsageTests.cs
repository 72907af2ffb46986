namespace FormatKit.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("info")]
    [InlineData("info", "a", "b")]
    [InlineData("info", "--colour", "a")]
    [InlineData("create", "a", "1M")]
    [InlineData("convert", "a", "b")]
    [InlineData("convert", "-O", "raw", "a")]
    [InlineData("compare", "a")]
    [InlineData("check", "--open", "size=chs", "a")]
    public void Wrong_usage_shows_the_usage_line_and_exits_with_1(params string[] arguments)
    {
        var result = Fkit.Run(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Payload);
        Assert.StartsWith("fkit: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("\nusage: fkit ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'qcow3'", "info", "-f", "qcow3", "x")]
    [InlineData("xml", "info", "--output", "xml", "x")]
    [InlineData("'much'", "create", "-f", "raw", "x", "much")]
    [InlineData("'-5'", "create", "-f", "raw", "x", "--", "-5")]
    [InlineData("-m 1000", "convert", "-m", "1000", "-O", "raw", "x", "y")]
    [InlineData("KEY=VALUE", "convert", "-o", "fast", "-O", "vpc", "x", "y")]
    [InlineData("subformat, block_size", "convert", "-o", "color=red", "-O", "vpc", "x", "y")]
    [InlineData("dynamic, fixed", "convert", "-o", "subformat=thin", "-O", "vpc", "x", "y")]
    public void A_value_that_is_not_possible_is_named_with_what_is(string named, params string[] arguments)
    {
        var result = Fkit.Run(arguments).HasOneErrorLine();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-n", "convert", "-n", "-O", "raw", "a", "b")]
    [InlineData("--no-synk", "convert", "-O", "raw", "a", "--no-synk")]
    [InlineData("--no-synk", "create", "-f", "raw", "--no-synk", "1M")]
    [InlineData("-x", "info", "-x")]
    public void An_unknown_option_is_not_taken_for_a_file(string unknown, params string[] arguments)
    {
        var result = Fkit.Run(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"fkit: there is no option '{unknown}'", result.Error, StringComparison.Ordinal);
        Assert.Contains("\nusage: fkit ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void After_two_dashes_a_file_may_be_called_like_an_option()
    {
        var result = Fkit.Run("info", "--", "-x").HasOneErrorLine();

        Assert.Contains("-x: no such file", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Usage:", "--help")]
    [InlineData("--no-sync", "convert", "--help")]
    [InlineData("fkit version ", "--version")]
    public void Help_and_version_go_to_standard_output(string shown, params string[] arguments)
    {
        var result = Fkit.Good(arguments);

        Assert.Contains(shown, result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void A_file_name_that_begins_with_an_at_sign_is_a_file_name()
    {
        var result = Fkit.Run("info", "@nothing").HasOneErrorLine();

        Assert.Contains("@nothing: no such file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_lists_names_abilities_and_options()
    {
        var formats = Fkit.Good("formats", "--output", "json").Json.EnumerateArray().ToList();

        Assert.Equal(["vpc", "vmdk", "raw"], formats.Select(format => format.GetProperty("format").GetString()));
        Assert.Equal("vhd", formats[0].GetProperty("aliases")[0].GetString());
        Assert.True(formats[0].GetProperty("create-options").TryGetProperty("block_size", out _));
        Assert.Contains("-o subformat", Fkit.Good("formats").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_the_system_refuses_is_told_without_names_of_parameters()
    {
        using var folder = new TemporaryFolder();

        var result = Fkit.Run("create", "-f", "raw", folder.File("a.raw"), "8191P").HasOneErrorLine();

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("Parameter", result.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }
}
