namespace FormatKit.Cli.Tests;

/// <summary>Parents that move, and other parents, by the tool.</summary>
public sealed class RelinkTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();
    private readonly string _base;
    private readonly string _child;
    private readonly byte[] _content = new byte[8 * MiB];

    public RelinkTests()
    {
        (_base, _child) = (_folder.File("base.vhd"), _folder.File("child.vhd"));
        Random.Shared.NextBytes(_content.AsSpan(0, 3 * MiB));
        Fkit.Good("convert", "-q", "-f", "raw", "-O", "vhd", _folder.File("base.raw", _content), _base);
        Fkit.Good("create", "-q", "-f", "vhd", "-b", _base, _child);
        Write(_child, 1024, 2 * MiB);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_child_whose_parent_was_moved_is_told_where_it_is()
    {
        Directory.CreateDirectory(_folder.File("disks"));
        var moved = _folder.File("disks/old base.vhd");
        File.Move(_base, moved);
        Assert.Equal(1, Fkit.Run("read", _child).ExitCode);

        var said = Fkit.Good("relink", "-b", moved, _child).Error;

        Assert.Contains(moved, said, StringComparison.Ordinal);
        AssertIsWhole(_child);
        Assert.Contains(
            "backing file: disks/old base.vhd", Fkit.Good("info", _child).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_disk_is_refused_as_parent_unless_forced()
    {
        var other = _folder.File("other.vhd");
        Fkit.Good("create", "-q", "-f", "vhd", other, "8M");
        var before = File.ReadAllBytes(_child);

        var refused = Fkit.Run("relink", "-b", other, _child);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--force", refused.HasOneErrorLine().Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_child));
        Fkit.Good("relink", "-q", "--force", "-b", other, _child);
        var content = new byte[8 * MiB];
        Written(2 * MiB).CopyTo(content, 1024);
        Assert.Equal(content, Fkit.Good("read", _child).Payload);
    }

    [Fact]
    public void Loops_and_images_without_a_parent_are_refused()
    {
        Assert.Contains(
            "no image is its own parent", Fkit.Run("relink", "-b", _child, _child).HasOneErrorLine().Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "that would be a loop", Fkit.Run("relink", "-b", _child, _base).HasOneErrorLine().Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "that would be a loop", Fkit.Run("rebase", "-b", _child, _base).HasOneErrorLine().Error,
            StringComparison.Ordinal);
        var alone = _folder.File("alone.vhd");
        Fkit.Good("create", "-q", "-f", "vhd", alone, "8M");
        Assert.Contains(
            "fkit rebase", Fkit.Run("relink", "-b", _base, alone).HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_was_moved_as_a_whole_gets_its_absolute_names_right_without_naming_the_parent()
    {
        Fkit.Good("relink", "-q", _child);

        AssertIsWhole(_child);
    }

    [Fact]
    public void A_rebase_onto_the_parents_parent_copies_what_the_parent_had()
    {
        var top = _folder.File("top.vhd");
        Fkit.Good("create", "-q", "-f", "vhd", "-b", _child, top);

        Fkit.Good("rebase", "-q", "-b", _base, top);
        File.Delete(_child);

        AssertIsWhole(top);
        Assert.InRange(new FileInfo(top).Length, 2 * MiB, (2 * MiB) + (5 << 20));
    }

    [Fact]
    public void A_rebase_to_nothing_needs_no_parent_any_more()
    {
        Fkit.Good("rebase", "-b", "", _child);
        File.Delete(_base);

        AssertIsWhole(_child);
        Assert.Contains("subformat: dynamic", Fkit.Good("info", _child).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebase_onto_a_shorter_raw_disk_keeps_the_content()
    {
        var raw = _folder.File("short.raw", [.. Enumerable.Repeat((byte)7, 5 * MiB)]);
        Assert.Contains(
            "-F raw", Fkit.Run("rebase", "-b", raw, _child).HasOneErrorLine().Error, StringComparison.Ordinal);

        Fkit.Good("rebase", "-q", "-b", raw, "-F", "raw", _child);
        File.Delete(_base);

        AssertIsWhole(_child);
    }

    [Fact]
    public void A_rebase_that_is_unsafe_looks_at_no_content()
    {
        File.Delete(_base);
        var raw = _folder.File("new.raw", new byte[8 * MiB]);

        Assert.Equal(1, Fkit.Run("rebase", "-b", raw, "-F", "raw", _child).ExitCode);
        Fkit.Good("rebase", "-q", "--unsafe", "-b", raw, "-F", "raw", _child);

        var content = new byte[8 * MiB];
        Written(2 * MiB).CopyTo(content, 1024);
        Assert.Equal(content, Fkit.Good("read", _child).Payload);
    }

    [Fact]
    public void Formats_without_parents_are_refused_and_left_alone()
    {
        var vmdk = _folder.File("a.vmdk");
        Fkit.Good("create", "-q", "-f", "vmdk", vmdk, "8M");
        var before = File.ReadAllBytes(vmdk);

        Assert.Contains(
            "cannot have a parent", Fkit.Run("rebase", "-b", _base, vmdk).HasOneErrorLine().Error,
            StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(vmdk));
        Assert.Contains("-b is missing", Fkit.Run("rebase", _child).Error, StringComparison.Ordinal);
    }

    private void Write(string image, int offset, int length)
    {
        Assert.Equal(0, Fkit.Pipe(Written(length), "write", image, "--offset", $"{offset}").ExitCode);
        Written(length).CopyTo(_content, offset);
    }

    private static byte[] Written(int length) => [.. Enumerable.Range(0, length).Select(at => (byte)(at % 251))];

    private void AssertIsWhole(string image)
    {
        Assert.Equal(_content, Fkit.Good("read", image).Payload);
        Assert.Contains("No errors were found", Fkit.Good("check", image).Output, StringComparison.Ordinal);
    }
}
