using FormatKit.Disks;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Tests;

/// <summary>Children merged into their parents, by the tool.</summary>
public sealed class CommitTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = new byte[8 * MiB];
    private string Base => _folder.File("base.vhd");
    private string Child => _folder.File("child.vhd");
    private string Top => _folder.File("top.vhd");

    public CommitTests()
    {
        new Random(1).NextBytes(_content.AsSpan(0, 5 * MiB));
        File.WriteAllBytes(_folder.File("base.raw"), _content);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dynamic")]
    [InlineData("fixed")]
    public void The_parent_then_shows_what_the_child_shows_and_the_child_is_left(string subformat)
    {
        MakeChain(subformat);
        var before = File.ReadAllBytes(Child);

        var said = Fkit.Good("commit", Child).Error;

        AssertShows(Base, Child);
        Assert.Equal(before, File.ReadAllBytes(Child));
        Assert.Contains("is as it was and shows the same", said, StringComparison.Ordinal);
        Assert.Matches("merged [0-9.]+ [KM]iB in", said);
        Assert.Contains("No errors were found", Fkit.Good("check", Base).Output, StringComparison.Ordinal);
        Assert.Empty(Fkit.Good("commit", "-q", Child).Error);
        AssertShows(Base, Child);
    }

    [Fact]
    public void A_raw_parent_takes_it_too()
    {
        var raw = _folder.File("base.raw");
        Fkit.Good("create", "-q", "-f", "vhd", "-b", raw, "-F", "raw", Child);
        Write(Child, 1000, 2 * MiB);

        Fkit.Good("commit", "--delete", Child);

        Assert.Equal(_content, File.ReadAllBytes(raw));
        Assert.Equal(["base.raw"], _folder.Names);
    }

    [Theory]
    [InlineData("dynamic")]
    [InlineData("fixed")]
    [InlineData("raw")]
    public void A_shorter_parent_becomes_as_long(string kind)
    {
        var parent = kind == "raw" ? _folder.File("base.raw") : Base;
        if (kind != "raw")
        {
            Fkit.Good("convert", "-q", "-f", "raw", "-O", "vhd", "-o", $"subformat={kind}",
                _folder.File("base.raw"), Base);
        }

        Fkit.Good("create", "-q", "-f", "vhd", "-b", parent, "-F", kind == "raw" ? "raw" : "vhd", Child, "11M");
        Write(Child, 1000, 2 * MiB);
        var tail = new byte[3 * MiB];
        new Random(8).NextBytes(tail.AsSpan(MiB, 700));
        Assert.Equal(0, Fkit.Pipe(tail, "write", Child, "--offset", "8M").ExitCode);

        Fkit.Good("commit", "--delete", Child);

        Assert.Equal([.. _content, .. tail], Fkit.Good("read", "-f", kind == "raw" ? "raw" : "vhd", parent).Payload);
    }

    [Fact]
    public void Out_of_the_middle_of_a_chain_the_child_above_goes_on_with_the_parent()
    {
        MakeChain();
        MakeTop();

        var said = Fkit.Good("commit", "--child", Top, "--delete", Child).Error;

        Assert.Equal(["base.raw", "base.vhd", "top.vhd"], _folder.Names);
        AssertShows(Top);
        Assert.Contains($"the parent of {Top} is now {Base}", said, StringComparison.Ordinal);
        Assert.Contains($"{Child} is deleted", said, StringComparison.Ordinal);
        Assert.Contains("backing file: base.vhd", Fkit.Good("info", Top).Output, StringComparison.Ordinal);
        Assert.Contains("No errors were found", Fkit.Good("check", Top).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", Fkit.Good("info", Top).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_that_is_not_named_stays_and_keeps_the_image_from_being_deleted()
    {
        MakeChain();
        MakeTop();
        var before = File.ReadAllBytes(Base);

        var refused = Fkit.Run("commit", "--delete", Child).HasOneErrorLine();

        Assert.Contains($"--child {Top}", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Base));
        Assert.Contains($"the parent of {Top} is still {Child}", Fkit.Good("commit", Child).Error,
            StringComparison.Ordinal);
        AssertShows(Top);
    }

    [Fact]
    public void A_child_that_is_made_meanwhile_keeps_the_image_from_being_deleted()
    {
        MakeChain();
        var cancellation = TestContext.Current.CancellationToken;
        using (var commit = ImageCommit.Open(Child, new ImageCommitOptions { Delete = true }, cancellation))
        {
            commit.Copy(new CommitOptions(), cancellation);
            MakeTop();

            var refused = Assert.Throws<BackingException>(commit.Finish);

            Assert.Contains($"--child {Top}", refused.Message, StringComparison.Ordinal);
        }

        AssertShows(Top);
        Fkit.Good("commit", "--delete", "--child", Top, Child);
        AssertShows(Top);
        Assert.False(File.Exists(Child));
    }

    [Fact]
    public void Other_children_of_the_parent_are_listed_and_it_is_refused_unless_forced()
    {
        MakeChain();
        Fkit.Good("create", "-q", "-f", "vhd", "-b", Base, _folder.File("other.vhd"));
        var before = File.ReadAllBytes(Base);

        var refused = Fkit.Run("commit", Child).HasOneErrorLine();

        Assert.Contains(_folder.File("other.vhd"), refused.Error, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Base));
        Fkit.Good("commit", "--force", Child);
        AssertShows(Base);
    }

    /// <summary>Killed between the children and the end, it is run again.</summary>
    [Fact]
    public void A_child_that_has_the_parent_already_is_taken_for_done_when_the_parent_has_everything()
    {
        MakeChain();
        MakeTop();
        Assert.Contains("is no child of", Fkit.Run(
            "commit", "--child", MakeOther(), Child).HasOneErrorLine().Error, StringComparison.Ordinal);
        File.Delete(_folder.File("other.vhd"));
        Fkit.Good("commit", "-q", Child);
        Fkit.Good("relink", "-q", "--force", "-b", Base, Top);

        Fkit.Good("commit", "--child", Top, "--delete", Child);

        AssertShows(Top);
        Assert.False(File.Exists(Child));

        string MakeOther()
        {
            Fkit.Good("create", "-q", "-f", "vhd", "-b", Base, _folder.File("other.vhd"));
            return _folder.File("other.vhd");
        }
    }

    [Fact]
    public void What_is_no_child_is_refused()
    {
        MakeChain();
        var (before, lone) = (File.ReadAllBytes(Base), _folder.File("lone.vhd"));
        Fkit.Good("create", "-q", "-f", "vhd", lone, "1M");

        Assert.Contains("has no parent", Fkit.Run("commit", Base).HasOneErrorLine().Error, StringComparison.Ordinal);
        Assert.Contains("has no parent", Fkit.Run("commit", "--child", lone, Child).HasOneErrorLine().Error,
            StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Base));
    }

    [Fact]
    public void A_longer_child_that_would_see_more_of_the_parent_is_refused()
    {
        Fkit.Good("convert", "-q", "-f", "raw", "-O", "vhd", _folder.File("base.raw"), Base);
        Fkit.Good("create", "-q", "-f", "vhd", "-b", Base, Child, "4M");
        Fkit.Good("create", "-q", "-f", "vhd", "-b", Child, Top, "8M");

        var refused = Fkit.Run("commit", "--child", Top, Child).HasOneErrorLine();

        Assert.Contains("is longer than", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_elsewhere_is_written_to_only_where_that_is_allowed()
    {
        Directory.CreateDirectory(_folder.File("disks"));
        var child = _folder.File("disks/child.vhd");
        Fkit.Good("convert", "-q", "-f", "raw", "-O", "vhd", _folder.File("base.raw"), Base);
        Fkit.Good("create", "-q", "-f", "vhd", "-b", Base, child);
        Write(child, 512, MiB);

        Assert.Contains("--allow-dir", Fkit.Run("commit", child).HasOneErrorLine().Error, StringComparison.Ordinal);
        Fkit.Good("commit", "--allow-dir", _folder.Path, child);
        AssertShows(Base);
    }

    [Fact]
    public void A_file_beside_it_that_cannot_be_looked_at_is_told_and_passed_over()
    {
        MakeChain();
        var damaged = File.ReadAllBytes(Child);
        damaged.AsSpan(530, 30).Clear(); // in the header
        File.WriteAllBytes(_folder.File("damaged.vhd"), damaged);

        var said = Fkit.Good("commit", Child).Error;

        Assert.Contains("note: ", said, StringComparison.Ordinal);
        Assert.Contains("damaged.vhd", said, StringComparison.Ordinal);
        AssertShows(Base);
    }

    [Fact]
    public void A_parent_that_was_changed_since_is_warned_of()
    {
        MakeChain();
        File.SetLastWriteTimeUtc(Base, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Contains($"warning: {Base}: the file was last changed", Fkit.Good("commit", Child).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_someone_reads_is_not_written_to()
    {
        MakeChain();
        var before = File.ReadAllBytes(Base);
        using (DiskImage.Open(Child))
        {
            Fkit.Run("commit", Child).HasOneErrorLine();
        }

        Assert.Equal(before, File.ReadAllBytes(Base));
    }

    [Fact]
    public void A_loop_is_refused()
    {
        MakeChain();
        Fkit.Good("create", "-q", "-f", "vhd", "-b", Child, Top);
        File.Copy(Top, Base, overwrite: true);

        Assert.Equal(1, Fkit.Run("commit", Top).HasOneErrorLine().ExitCode);
    }

    private void MakeChain(string subformat = "dynamic")
    {
        Fkit.Good(
            "convert", "-q", "-f", "raw", "-O", "vhd", "-o", $"subformat={subformat}", _folder.File("base.raw"), Base);
        Fkit.Good("create", "-q", "-f", "vhd", "-b", Base, Child);
        Write(Child, 1000, 2 * MiB);
        Write(Child, 7 * MiB, 512);
        using var image = DiskImage.Open(Child, new ImageOpenOptions { Writable = true });
        image.WriteZeroes(4 * MiB, MiB);
        _content.AsSpan(4 * MiB, MiB).Clear();
    }

    private void MakeTop()
    {
        Fkit.Good("create", "-q", "-f", "vhd", "-b", Child, Top);
        Write(Top, 3 * MiB, 5000);
    }

    private void Write(string image, int offset, int length)
    {
        var bytes = new byte[length];
        new Random(offset).NextBytes(bytes);
        bytes.CopyTo(_content, offset);
        Assert.Equal(0, Fkit.Pipe(
            bytes, "write", "--allow-dir", _folder.Path, image, "--offset", $"{offset}").ExitCode);
    }

    private void AssertShows(params string[] images) =>
        Assert.All(images, image => Assert.True(_content.AsSpan().SequenceEqual(Fkit.Good("read", image).Payload)));
}
