using System.Runtime.Versioning;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class PendingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Commit_gives_the_file_its_name_and_leaves_nothing_else(bool sync)
    {
        using (var pending = PendingFile.Create(_folder["a.vhd"]))
        {
            pending.Store.Write([1, 2, 3], 0);
            Assert.False(File.Exists(_folder["a.vhd"]));
            pending.Commit(sync);
        }

        Assert.Equal(["a.vhd"], _folder.Names);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder["a.vhd"]));
    }

    [Fact]
    public void The_temporary_file_says_what_it_is()
    {
        using var pending = PendingFile.Create(_folder["a.vhd"]);

        Assert.Matches(@"^\.a\.vhd\.[0-9a-f]{12}\.partial$", Assert.Single(_folder.Names));
        Assert.Equal(_folder["a.vhd"], pending.Store.Name);
    }

    [Fact]
    public void Without_commit_the_old_file_stays_and_the_new_one_goes()
    {
        _folder.File("a.vhd", [7]);

        using (var pending = PendingFile.Create(_folder["a.vhd"]))
        {
            pending.Store.Write([1, 2, 3], 0);
        }

        Assert.Equal(["a.vhd"], _folder.Names);
        Assert.Equal([7], File.ReadAllBytes(_folder["a.vhd"]));
    }

    [Fact]
    public void A_file_is_replaced_only_where_that_was_asked_for()
    {
        _folder.File("a.vhd", [7]);

        var e = Assert.Throws<IOException>(() => PendingFile.Create(_folder["a.vhd"], replace: false));

        Assert.StartsWith(_folder["a.vhd"], e.Message, StringComparison.Ordinal);
        Assert.Equal(["a.vhd"], _folder.Names);
    }

    [Fact]
    public void A_file_that_took_the_name_meanwhile_is_not_replaced()
    {
        using (var pending = PendingFile.Create(_folder["a.vhd"]))
        {
            _folder.File("a.vhd", [7]);
            Assert.Throws<IOException>(() => pending.Commit(sync: true));
        }

        Assert.Equal(["a.vhd"], _folder.Names);
        Assert.Equal([7], File.ReadAllBytes(_folder["a.vhd"]));
    }

    [Theory]
    [InlineData("rw-------")]
    [InlineData("rw-rw----")]
    [InlineData("rw-rw-rw-")]
    [InlineData("r--r--r--")]
    [UnsupportedOSPlatform("windows")]
    public void A_replaced_file_keeps_its_permissions(string permissions)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission bits");
        var mode = ModeOf(permissions);
        _folder.File("a.vhd", [7]);
        File.SetUnixFileMode(_folder["a.vhd"], mode);

        using var pending = PendingFile.Create(_folder["a.vhd"]);
        Assert.All(_folder.Names, n => Assert.Equal(mode, File.GetUnixFileMode(_folder[n])));
        pending.Commit(sync: true);

        Assert.Equal(mode, File.GetUnixFileMode(_folder["a.vhd"]));
        Assert.Equal([], File.ReadAllBytes(_folder["a.vhd"]));
    }

    [Fact]
    public void Behind_a_link_the_file_is_replaced_and_the_link_stays()
    {
        Directory.CreateDirectory(_folder["there"]);
        _folder.File("there/a.vhd", [7]);
        File.CreateSymbolicLink(_folder["second"], "there/a.vhd");
        File.CreateSymbolicLink(_folder["first"], "second");

        using (var pending = PendingFile.Create(_folder["first"]))
        {
            pending.Store.Write([1], 0);
            pending.Commit(sync: true);
        }

        Assert.Equal("second", new FileInfo(_folder["first"]).LinkTarget);
        Assert.Equal("there/a.vhd", new FileInfo(_folder["second"]).LinkTarget);
        Assert.Equal([1], File.ReadAllBytes(_folder["there/a.vhd"]));
        Assert.Single(Directory.GetFileSystemEntries(_folder["there"]));
    }

    [Fact]
    public void A_link_to_nothing_gets_its_file()
    {
        File.CreateSymbolicLink(_folder["link"], "a.vhd");

        using (var pending = PendingFile.Create(_folder["link"]))
        {
            pending.Commit(sync: true);
        }

        Assert.Equal("a.vhd", new FileInfo(_folder["link"]).LinkTarget);
        Assert.Equal(["a.vhd", "link"], _folder.Names);
    }

    [Fact]
    public void Dots_after_a_linked_folder_mean_what_the_system_means()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cuts them off too");
        Directory.CreateDirectory(_folder["deep/er"]);
        Directory.CreateSymbolicLink(_folder["link"], "deep/er");

        using (var pending = PendingFile.Create(_folder["link/../a.vhd"]))
        {
            pending.Commit(sync: true);
        }

        Assert.Equal(["deep", "link"], _folder.Names);
        Assert.True(File.Exists(_folder["deep/a.vhd"]));
    }

    [Fact]
    public void A_folder_and_a_loop_of_links_are_refused_by_name()
    {
        Directory.CreateDirectory(_folder["folder"]);
        File.CreateSymbolicLink(_folder["loop"], "loop");

        foreach (var name in new[] { "folder", "folder/", "folder/..", "loop", "missing/a" })
        {
            var e = Assert.ThrowsAny<IOException>(() => PendingFile.Create(_folder[name]));
            Assert.StartsWith(_folder[name], e.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["folder", "loop"], _folder.Names);
    }

    [Fact]
    public void A_file_in_use_is_not_replaced_unless_by_its_user()
    {
        using var user = FileStore.Open(_folder.File("a.vhd", [7]), FileOpenOptions.ForReading);

        Assert.Throws<ImageLockedException>(() => PendingFile.Create(_folder["a.vhd"]));
        using var pending = PendingFile.Create(_folder["a.vhd"], sharing: StoreSharing.Unlocked);
        pending.Commit(sync: false);

        Assert.Equal(1, user.Length);
        Assert.Equal([], File.ReadAllBytes(_folder["a.vhd"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_is_replaced_and_nothing_of_it_stays(bool sync)
    {
        _folder.File("a.vhd", [7, 7]);

        using (var pending = PendingFile.Create(_folder["a.vhd"]))
        {
            pending.Store.Write([1, 2, 3], 0);
            pending.Commit(sync);
        }

        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder["a.vhd"]));
        Assert.Equal(["a.vhd"], _folder.Names);
    }

    [Fact]
    public void The_longest_name_has_room_for_its_temporary_name()
    {
        var name = new string('ä', 125) + ".vhd";

        using var pending = PendingFile.Create(_folder[name]);
        pending.Commit(sync: false);

        Assert.Equal([name], _folder.Names);
    }

    private static UnixFileMode ModeOf(string permissions) =>
        (UnixFileMode)permissions.Aggregate(0, (mode, c) => mode << 1 | (c == '-' ? 0 : 1));
}
