namespace FormatKit.Cli.Tests;

/// <summary>Longer and shorter disks, by the tool.</summary>
public sealed class ResizeTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = new byte[8 * MiB];

    public ResizeTests() => Random.Shared.NextBytes(_content.AsSpan(0, (3 * MiB) + 100));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("subformat=dynamic", "+4M", 12 * MiB)]
    [InlineData("subformat=dynamic", "100M", 100 * MiB)]
    [InlineData("subformat=dynamic", "-4M", 4 * MiB)]
    [InlineData("subformat=fixed", "+4M", 12 * MiB)]
    [InlineData("subformat=fixed", "4M", 4 * MiB)]
    [InlineData("block_size=64K", "+40M", 48 * MiB)]
    public void A_disk_gets_the_length_that_is_asked_for(string options, string size, int length)
    {
        var image = Vhd(options);

        var said = Fkit.Good("resize", image, size).Error;

        Assert.Contains($"from {8 * MiB} to {length} bytes", said, StringComparison.Ordinal);
        AssertIs(image, length);
    }

    [Fact]
    public void Data_at_the_end_are_lost_only_when_that_is_allowed()
    {
        var image = Vhd("subformat=dynamic");

        var refused = Fkit.Run("resize", image, "2M");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--allow-data-loss", refused.HasOneErrorLine().Error, StringComparison.Ordinal);
        AssertIs(image, 8 * MiB);
        Fkit.Good("resize", "-q", "--shrink", image, "2M");
        AssertIs(image, 2 * MiB);
    }

    [Fact]
    public void A_raw_disk_must_be_said_to_be_one()
    {
        var raw = _folder.File("a.raw", _content);
        Assert.Contains("-f raw", Fkit.Run("resize", raw, "10M").HasOneErrorLine().Error, StringComparison.Ordinal);

        Fkit.Good("resize", "-q", "-f", "raw", raw, "10M");

        Assert.Equal(10 * MiB, new FileInfo(raw).Length);
        Fkit.Good("resize", "-q", "-f", "raw", raw, "4M");
        Assert.Equal(_content[..(4 * MiB)], File.ReadAllBytes(raw));
    }

    [Fact]
    public void A_child_does_not_show_what_a_longer_parent_has_behind_its_end()
    {
        var parent = Vhd("subformat=dynamic");
        var child = _folder.File("child.vhd");
        Fkit.Good("create", "-q", "-f", "vhd", "-b", parent, child, "1M");

        Fkit.Good("resize", "-q", child, "9M");

        var expected = new byte[9 * MiB];
        _content.AsSpan(0, MiB).CopyTo(expected);
        Assert.Equal(expected, Fkit.Good("read", child).Payload);
        Assert.Contains("No errors were found", Fkit.Good("check", child).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-9M", "more than the")]
    [InlineData("x", "is not a size")]
    [InlineData("3T", "up to")]
    public void Impossible_sizes_are_refused(string size, string words)
    {
        var image = Vhd("subformat=dynamic");
        var before = File.ReadAllBytes(image);

        Assert.Contains(words, Fkit.Run("resize", image, size).Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(image));
    }

    private string Vhd(string options)
    {
        var image = _folder.File("disk.vhd");
        Fkit.Good(
            "convert", "-q", "-f", "raw", "-O", "vhd", "-o", options, _folder.File("source.raw", _content), image);
        return image;
    }

    private void AssertIs(string image, int length)
    {
        var expected = new byte[length];
        _content.AsSpan(0, Math.Min(length, _content.Length)).CopyTo(expected);
        Assert.Equal(expected, Fkit.Good("read", image).Payload);
        Assert.Contains("No errors were found", Fkit.Good("check", image).Output, StringComparison.Ordinal);
    }
}
