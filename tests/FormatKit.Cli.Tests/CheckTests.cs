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
