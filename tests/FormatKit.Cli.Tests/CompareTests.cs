namespace FormatKit.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Equal_disks_exit_with_0_whatever_keeps_them()
    {
        var raw = _folder.File("a.raw", [.. Enumerable.Repeat((byte)5, 8192)]);
        Fkit.Good("convert", "-q", "-O", "vpc", raw, _folder.File("a.vhd"));

        var result = Fkit.Good("compare", "-f", "raw", "-F", "vpc", raw, _folder.File("a.vhd"));

        Assert.Equal("Images are identical.\n", result.Output);
        Assert.Empty(Fkit.Good("compare", "-q", raw, _folder.File("a.vhd")).Output);
    }

    [Fact]
    public void Different_disks_exit_with_1_and_the_place()
    {
        var one = _folder.File("a.raw", new byte[8192]);
        var other = _folder.File("b.raw", [.. new byte[5000], 1, .. new byte[3191]]);

        var text = Fkit.Run("compare", one, other);
        var json = Fkit.Run("compare", "--output", "json", one, other);

        Assert.Equal((1, "Content mismatch at offset 5000!\n"), (text.ExitCode, text.Output));
        Assert.Equal(1, json.ExitCode);
        Assert.False(json.Json.GetProperty("identical").GetBoolean());
        Assert.Equal(5000, json.Json.GetProperty("offset").GetInt64());
    }

    [Fact]
    public void A_longer_disk_of_zeros_is_equal_unless_strict()
    {
        var one = _folder.File("a.raw", new byte[4096]);
        var other = _folder.File("b.raw", new byte[8192]);

        Assert.Equal("Warning: Image size mismatch!\nImages are identical.\n", Fkit.Good("compare", one, other).Output);
        var strict = Fkit.Run("compare", "-s", one, other);
        Assert.Equal((1, "Strict mode: Image size mismatch!\n"), (strict.ExitCode, strict.Output));
    }

    [Fact]
    public void A_disk_that_cannot_be_opened_exits_with_2()
    {
        var one = _folder.File("a.raw", new byte[4096]);

        Assert.Equal(2, Fkit.Run("compare", one, _folder.File("nothing")).HasOneErrorLine().ExitCode);
    }

    public void Dispose() => _folder.Dispose();
}
