namespace FormatKit.Cli.Tests;

public sealed class InfoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Json_has_the_names_that_scripts_know()
    {
        var file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vhd", "-o", "block_size=512K", file, "10M");

        var info = Fkit.Good("info", "--output", "json", file).Json;

        Assert.Equal(10 << 20, info.GetProperty("virtual-size").GetInt64());
        Assert.Equal("vpc", info.GetProperty("format").GetString());
        Assert.Equal(file, info.GetProperty("filename").GetString());
        Assert.InRange(info.GetProperty("actual-size").GetInt64(), 1, 1 << 20);
        Assert.Equal(512 << 10, info.GetProperty("cluster-size").GetInt64());
        var specific = info.GetProperty("format-specific");
        Assert.Equal("vpc", specific.GetProperty("type").GetString());
        Assert.Equal("dynamic", specific.GetProperty("data").GetProperty("subformat").GetString());
        Assert.True(specific.GetProperty("data").TryGetProperty("size-rule", out _));
    }

    [Fact]
    public void Text_says_format_size_and_size_rule()
    {
        var file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", "-o", "subformat=fixed", file, "1536K");

        var text = Fkit.Good("info", file).Output;

        Assert.Contains("file format: vpc\n", text, StringComparison.Ordinal);
        Assert.Contains("virtual size: 1.5 MiB (1572864 bytes)\n", text, StringComparison.Ordinal);
        Assert.Contains("    size rule: current size\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batmap_is_told_and_when_it_is_not_trusted_also_why()
    {
        var file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", "-o", "batmap=on", file, "64M");
        Assert.Contains("    batmap: yes\n", Fkit.Good("info", file).Output, StringComparison.Ordinal);

        using (var stream = File.OpenWrite(file))
        {
            stream.Position = 0x800 + 24;
            stream.Write([0x80, 0, 0, 0]);
        }

        Assert.Contains(
            "    batmap: not trusted: whoever changed the image last did not close it\n",
            Fkit.Run("info", file).Output, StringComparison.Ordinal);
        Assert.Equal(3, Fkit.Run("check", file).ExitCode);
    }

    [Fact]
    public void Open_options_reach_the_format()
    {
        var file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", file, "10M");

        var byGeometry = Fkit.Good("info", "--output", "json", "--open", "size=chs", file).Json;

        Assert.NotEqual(10 << 20, byGeometry.GetProperty("virtual-size").GetInt64());
        Assert.Equal(1, Fkit.Run("info", "--open", "size=guess", file).HasOneErrorLine().ExitCode);
    }

    [Fact]
    public void A_raw_file_of_odd_length_is_padded_and_says_so()
    {
        var file = _folder.File("a.raw", new byte[1000]);

        var result = Fkit.Good("info", "--output", "json", file);

        Assert.Equal(1024, result.Json.GetProperty("virtual-size").GetInt64());
        Assert.Single(result.Json.GetProperty("warnings").EnumerateArray());
        Assert.Contains("warning: ", result.HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_has_the_names_that_scripts_know()
    {
        var file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", file, "6M");
        Assert.Equal(0, Fkit.Pipe([.. Enumerable.Repeat((byte)7, 2 << 20)], "write", file, "--offset", "2M").ExitCode);

        var map = Fkit.Good("map", "--output", "json", file).Json.EnumerateArray().ToList();

        Assert.Equal([0, 2 << 20, 4 << 20], map.Select(entry => entry.GetProperty("start").GetInt64()));
        Assert.Equal([false, true, false], map.Select(entry => entry.GetProperty("data").GetBoolean()));
        Assert.Equal([true, false, true], map.Select(entry => entry.GetProperty("zero").GetBoolean()));
        Assert.All(map, entry => Assert.Equal(2 << 20, entry.GetProperty("length").GetInt64()));
        Assert.All(map, entry => Assert.Equal(0, entry.GetProperty("depth").GetInt64()));
        Assert.All(map, entry => Assert.True(entry.GetProperty("present").GetBoolean()));
        Assert.Equal(0, map[1].GetProperty("offset").GetInt64() % 512);
        Assert.False(map[0].TryGetProperty("offset", out _));
    }

    [Fact]
    public void Map_as_text_lists_the_data()
    {
        var file = _folder.File("a.raw", [.. Enumerable.Repeat((byte)7, 4096)]);

        var lines = Fkit.Good("map", file).Output.Split('\n');

        Assert.Equal("Offset          Length          Mapped to       File", lines[0]);
        Assert.Equal($"0               0x1000          0               {file}", lines[1]);
    }

    public void Dispose() => _folder.Dispose();
}
