namespace FormatKit.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public CheckTests()
    {
        _file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", _file, "6M");
        Fkit.Pipe([1, 2, 3], "write", _file, "--offset", "3M");
    }

    [Fact]
    public void A_clean_image_exits_with_0_and_says_what_was_looked_at()
    {
        var text = Fkit.Good("check", _file).Output;

        Assert.StartsWith("No errors were found on the image.\n", text, StringComparison.Ordinal);
        Assert.Contains("\nExamined: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_names_that_scripts_know()
    {
        var report = Fkit.Good("check", "--output", "json", _file).Json;

        Assert.Equal(3, report.GetProperty("total-clusters").GetInt64());
        Assert.Equal(1, report.GetProperty("allocated-clusters").GetInt64());
        Assert.Equal(new FileInfo(_file).Length, report.GetProperty("image-end-offset").GetInt64());
        Assert.All(
            (string[])["check-errors", "corruptions", "leaks"],
            name => Assert.Equal(0, report.GetProperty(name).GetInt64()));
        Assert.Equal(_file, report.GetProperty("filename").GetString());
        Assert.Equal("vpc", report.GetProperty("format").GetString());
        Assert.NotEmpty(report.GetProperty("examined").EnumerateArray());
    }

    [Fact]
    public void A_profile_that_is_not_met_exits_with_3_and_says_why()
    {
        var text = Fkit.Run("check", "--profile", "azure", _file);
        var json = Fkit.Run("check", "--profile", "azure", "--output", "json", _file);

        Assert.Equal(3, text.ExitCode);
        Assert.Contains("unsuited: Azure takes fixed disks, not dynamic ones", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n1 reason was found on the image.\n", text.Output, StringComparison.Ordinal);
        Assert.Equal(3, json.ExitCode);
        Assert.Equal(1, json.Json.GetProperty("unsuited").GetInt64());
    }

    [Fact]
    public void A_disk_made_by_a_profile_meets_it()
    {
        var file = _folder.File("azure.vhd");
        Fkit.Good("convert", "-q", "-O", "vpc", "-o", "profile=azure", _file, file);

        Fkit.Good("check", "--profile", "azure", file);
    }

    [Theory]
    [InlineData("a.vhd", "aws", "format vpc has no profile 'aws'; it has azure.")]
    [InlineData("a.raw", "azure", "format raw has no profile 'azure'; it has none.")]
    public void A_profile_that_there_is_not_is_a_usage_error(string name, string profile, string complaint)
    {
        File.WriteAllBytes(_folder.File("a.raw"), new byte[512]);

        var result = Fkit.Run("check", "--profile", profile, _folder.File(name));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_an_option_has_changed_is_said()
    {
        var result = Fkit.Good("create", "-f", "vpc", "-o", "geometry=chs", _folder.File("chs.vhd"), "10M");

        Assert.Contains(
            "warning: the options want a larger disk than 10485760 bytes: it gets 10514432, the last 28672 of them "
            + "zeros.", result.Error, StringComparison.Ordinal);
        Assert.Contains("(10514432 bytes)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_exits_with_2()
    {
        Change(1536 + 4, 0x7F); // the table's second entry, the block of byte 3M: now far behind the file's end

        var result = Fkit.Run("check", _file);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("corruption: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_copy_exits_with_3()
    {
        Change(100, 0x55); // a reserved byte of the footer's copy, so that its checksum is wrong

        var result = Fkit.Run("check", "--output", "json", _file);

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("stale-copy", result.Json.GetProperty("findings")[0].GetProperty("severity").GetString());
    }

    [Fact]
    public void What_can_be_repaired_is_said_and_a_dry_run_shows_it_and_writes_nothing()
    {
        Change(100, 0x55);
        var before = File.ReadAllBytes(_file);

        Assert.Contains("Can be done with --repair: The copy of the footer", Fkit.Run("check", _file).Output,
            StringComparison.Ordinal);
        var dry = Fkit.Run("check", "--repair", "--dry-run", _file);

        Assert.Equal(3, dry.ExitCode); // it still is as it was
        Assert.Contains("Would be done: The copy of the footer at byte 0", dry.Output, StringComparison.Ordinal);
        Assert.Contains("The image would be clean then. Nothing was written.", dry.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_file));
    }

    [Fact]
    public void A_repair_says_what_it_did_and_exits_as_a_check_behind_it_would()
    {
        Change(100, 0x55);

        var done = Fkit.Good("check", "--repair", _file);
        var again = Fkit.Good("check", "-r", "--output", "json", _file);

        Assert.StartsWith("Done: The copy of the footer at byte 0", done.Output, StringComparison.Ordinal);
        Assert.Contains("No errors were found on the image.\n", done.Output, StringComparison.Ordinal);
        Assert.Empty(again.Json.GetProperty("repairs").EnumerateArray());
        Fkit.Good("check", _file);
    }

    [Fact]
    public void What_costs_guest_data_is_done_only_when_that_is_allowed_and_every_range_is_named()
    {
        Change(1536 + 4, 0x7F);

        var refused = Fkit.Run("check", "--repair", _file);
        var allowed = Fkit.Run("check", "--repair", "--allow-data-loss", "--output", "json", _file);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(
            "would be lost: 2097152 bytes of the guest from byte 2097152 on; they read as zeros\n", refused.Output,
            StringComparison.Ordinal);
        Assert.Contains("Nothing was repaired, and nothing was written.\n", refused.Output, StringComparison.Ordinal);
        Assert.Equal(0, allowed.ExitCode); // its space was the last one, and is cut off
        Assert.Equal(1, allowed.Json.GetProperty("corruptions-fixed").GetInt64());
        var loss = allowed.Json.GetProperty("repairs")[0].GetProperty("losses")[0];
        Assert.Equal(2097152, loss.GetProperty("start").GetInt64());
        Assert.Equal("zeros", loss.GetProperty("reads-as").GetString());
        Fkit.Good("check", _file);
    }

    [Fact]
    public void Options_about_repairing_need_a_repair_and_a_repair_needs_the_image_for_itself()
    {
        Assert.Equal(1, Fkit.Run("check", "--dry-run", _file).HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Run("check", "--allow-data-loss", _file).HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Run("check", "--repair", "-U", _file).HasOneErrorLine().ExitCode);
        using var other = FormatKit.Disks.Storage.HostStore.Open(
            _file, FormatKit.Disks.Storage.FileOpenOptions.ForReading);
        Assert.Equal(1, Fkit.Run("check", "--repair", _file).HasOneErrorLine().ExitCode);
    }

    [Fact]
    public void A_parent_that_is_elsewhere_is_found_missing_and_is_no_corruption()
    {
        Directory.CreateDirectory(_folder.File("in"));
        var child = _folder.File("in/child.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", "-b", _file, "-F", "vpc", child);

        var refused = Fkit.Run("check", "--output", "json", child);

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(1, refused.Json.GetProperty("check-errors").GetInt64());
        Assert.Equal("parent", refused.Json.GetProperty("findings")[0].GetProperty("severity").GetString());
        Fkit.Good("check", "--allow-dir", Path.GetDirectoryName(_file)!, child);
    }

    [Fact]
    public void What_cannot_be_checked_is_not_clean()
    {
        Assert.Equal(1, Fkit.Run("check", _folder.File("nothing")).HasOneErrorLine().ExitCode);
        Assert.Equal(63, Fkit.Run("check", _folder.File("a.raw", new byte[512])).HasOneErrorLine().ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private void Change(long offset, byte value)
    {
        using var file = File.OpenWrite(_file);
        file.Position = offset;
        file.WriteByte(value);
    }
}
