namespace FormatKit.Cli.Tests;

/// <summary>Images on parents, by the tool.</summary>
public sealed class ChainTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_snapshot_shows_what_its_parent_has_and_takes_what_is_written()
    {
        var (parent, child) = Chain();
        Assert.Equal(0, Fkit.Pipe([1, 2, 3], "write", child, "--offset", "5M").ExitCode);

        var expected = File.ReadAllBytes(_folder.File("base.raw"));
        new byte[] { 1, 2, 3 }.CopyTo(expected, 5 * MiB);
        Assert.Equal(expected, Fkit.Good("read", child).Payload);
        Assert.Equal(File.ReadAllBytes(_folder.File("base.raw")), Fkit.Good("read", parent).Payload);
        Assert.Contains("No errors were found", Fkit.Good("check", child).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Info_names_the_parent_and_with_chain_says_what_it_is()
    {
        var (parent, child) = Chain();

        var text = Fkit.Good("info", child).Output;
        var layers = Fkit.Good("info", "--chain", "--output", "json", child).Json.EnumerateArray().ToList();

        Assert.Contains("backing file: base.vhd (actual path: " + parent, text, StringComparison.Ordinal);
        Assert.Contains("    subformat: differencing\n", text, StringComparison.Ordinal);
        Assert.Equal([child, parent], layers.Select(layer => layer.GetProperty("filename").GetString()));
        Assert.Equal("base.vhd", layers[0].GetProperty("backing-filename").GetString());
        Assert.Equal(parent, layers[0].GetProperty("full-backing-filename").GetString());
        Assert.False(layers[1].TryGetProperty("backing-filename", out _));
    }

    [Fact]
    public void Map_says_which_image_has_what()
    {
        var (parent, child) = Chain();
        Fkit.Pipe([.. Enumerable.Repeat((byte)7, MiB)], "write", child, "--offset", "1M");

        var map = Fkit.Good("map", "--chain", "--output", "json", child).Json.EnumerateArray().ToList();
        var text = Fkit.Good("map", "--chain", child).Output;

        var (ours, theirs) = (map.First(e => e.GetProperty("depth").GetInt32() == 0),
            map.First(e => e.GetProperty("depth").GetInt32() == 1));
        Assert.Equal(MiB, ours.GetProperty("start").GetInt64());
        Assert.Equal(MiB, ours.GetProperty("length").GetInt64());
        Assert.Equal(child, ours.GetProperty("filename").GetString());
        Assert.Equal(parent, theirs.GetProperty("filename").GetString());
        Assert.Contains("0x100000        0x100000        0       data ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_parent_is_named_with_where_it_was_looked_for_and_info_goes_on_without()
    {
        var (parent, child) = Chain();
        File.Move(parent, _folder.File("elsewhere.vhd"));

        var refused = Fkit.Run("read", child);
        var info = Fkit.Good("info", child);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(parent, refused.HasOneErrorLine().Error, StringComparison.Ordinal);
        Assert.Contains("fkit relink", refused.Error, StringComparison.Ordinal);
        Assert.Contains("backing file: base.vhd (not open)\n", info.Output, StringComparison.Ordinal);
        Assert.Contains("warning: ", info.Error, StringComparison.Ordinal);
        Assert.Equal(1, Fkit.Run("info", "--chain", child).ExitCode);
    }

    [Fact]
    public void A_parent_outside_the_folder_is_refused_until_its_folder_is_allowed()
    {
        Directory.CreateDirectory(_folder.File("disks"));
        var (parent, child) = (Base("base.vhd"), _folder.File("disks/child.vhd"));
        Fkit.Good("create", "-q", "-f", "vhd", "-b", parent, child);

        var refused = Fkit.Run("info", "--chain", child);

        Assert.Contains($"--allow-dir {_folder.Path}", refused.HasOneErrorLine().Error, StringComparison.Ordinal);
        Assert.Equal(MiB * 8, Fkit.Good("read", "--allow-dir", _folder.Path, child).Payload.Length);
    }

    /// <summary>As of a variable that is not set: it would stand for the working directory.</summary>
    [Fact]
    public void An_empty_name_allows_no_folder()
    {
        var (_, child) = Chain();

        var refused = Fkit.Run("read", "--allow-dir", "", child);

        Assert.Contains("--allow-dir has no folder", refused.HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    /// <summary>A link in the folder to a file outside of it is outside.</summary>
    [Fact]
    public void A_link_does_not_lead_out_of_the_folder()
    {
        Directory.CreateDirectory(_folder.File("disks"));
        var (parent, child) = Chain();
        File.Move(child, _folder.File("disks/child.vhd"));
        File.CreateSymbolicLink(_folder.File("disks/base.vhd"), parent);

        var refused = Fkit.Run("read", _folder.File("disks/child.vhd"));

        Assert.Contains("--allow-dir", refused.HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raw_parent_is_said_to_be_raw()
    {
        Base("base.vhd");
        var (raw, child) = (_folder.File("base.raw"), _folder.File("child.vhd"));

        var refused = Fkit.Run("create", "-f", "vhd", "-b", raw, child);
        Fkit.Good("create", "-q", "-f", "vhd", "-b", raw, "-F", "raw", child);

        Assert.Contains("-F raw", refused.HasOneErrorLine().Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(raw), Fkit.Good("read", child).Payload);
    }

    [Fact]
    public void A_child_may_be_larger_than_its_parent()
    {
        var (parent, child) = (Base("base.vhd"), _folder.File("child.vhd"));
        Fkit.Good("create", "-q", "-f", "vhd", "-b", parent, child, "9M");

        Assert.Equal([.. File.ReadAllBytes(_folder.File("base.raw")), .. new byte[MiB]],
            Fkit.Good("read", child).Payload);
    }

    [Fact]
    public void What_would_replace_an_image_of_its_own_chain_is_refused()
    {
        var (parent, child) = Chain();
        var before = File.ReadAllBytes(parent);

        Assert.Equal(1, Fkit.Run("snapshot", child, parent).HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Run("convert", "-O", "raw", child, parent).HasOneErrorLine().ExitCode);
        Assert.Equal(before, File.ReadAllBytes(parent));
    }

    [Fact]
    public void A_format_without_parents_is_refused()
    {
        var refused = Fkit.Run("create", "-f", "raw", "-b", Base("base.vhd"), _folder.File("child.raw"));

        Assert.Equal(1, refused.HasOneErrorLine().ExitCode);
        Assert.Equal(["base.raw", "base.vhd"], _folder.Names);
    }

    [Fact]
    public void Without_a_parent_the_size_must_be_said() =>
        Assert.Contains("SIZE", Fkit.Run("create", "-f", "vhd", _folder.File("a.vhd")).HasOneErrorLine().Error,
            StringComparison.Ordinal);

    private (string Parent, string Child) Chain()
    {
        var (parent, child) = (Base("base.vhd"), _folder.File("child.vhd"));
        Fkit.Good("snapshot", "-q", parent, child);
        return (parent, child);
    }

    /// <summary>A VHD of 8 MiB; base.raw has the same content.</summary>
    private string Base(string name)
    {
        var content = new byte[8 * MiB];
        new Random(1).NextBytes(content.AsSpan(0, 3 * MiB));
        Fkit.Good(
            "convert", "-q", "-f", "raw", "-O", "vhd", _folder.File("base.raw", content), _folder.File(name));
        return _folder.File(name);
    }
}
