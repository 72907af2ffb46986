namespace FormatKit.Cli.Tests;

public sealed class ConvertTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    [InlineData(1000)]
    [InlineData(3_000_001)]
    [InlineData(6 << 20)]
    public void Raw_to_vhd_and_back_keeps_every_byte(int length)
    {
        var content = Content(length);
        var raw = _folder.File("a.raw", content);
        foreach (var subformat in (string[])["dynamic", "fixed"])
        {
            Fkit.Good("convert", "-f", "raw", "-O", "vpc", "-o", $"subformat={subformat}", raw, _folder.File("a.vhd"));
            Fkit.Good("convert", "-O", "raw", _folder.File("a.vhd"), _folder.File("b.raw"));

            Assert.Equal(Padded(content), File.ReadAllBytes(_folder.File("b.raw")));
        }
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("vpc")]
    public void A_pipe_is_a_source(string format)
    {
        var content = Content(3_000_001);

        var result = Fkit.Pipe(content, "convert", "-O", format, "-", _folder.File("out"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["out"], _folder.Names);
        Assert.Equal(Padded(content), Fkit.Good("read", "-f", format, _folder.File("out")).Payload);
        Assert.Contains("319 zeros are added", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("vpc")]
    public void An_image_in_a_pipe_is_a_raw_disk_and_its_user_is_told(string format)
    {
        Fkit.Good("create", "-q", "-f", "vpc", _folder.File("a.vhd"), "1M");
        var image = File.ReadAllBytes(_folder.File("a.vhd"));

        var guessed = Fkit.Pipe(image, "convert", "-O", format, "-", _folder.File("guessed"));
        var said = Fkit.Pipe(image, "convert", "-f", "raw", "-O", format, "-", _folder.File("said"));

        Assert.Equal(image, Fkit.Good("read", "-f", format, _folder.File("guessed")).Payload);
        Assert.Contains("looks like vpc", guessed.Error, StringComparison.Ordinal);
        Assert.Equal(image, Fkit.Good("read", "-f", format, _folder.File("said")).Payload);
        Assert.DoesNotContain("looks like", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_output_is_a_target_and_gets_every_zero()
    {
        var content = Content(5 << 20);
        Fkit.Good("convert", "-q", "-O", "vpc", _folder.File("a.raw", content), _folder.File("a.vhd"));

        var result = Fkit.Good("convert", "-O", "raw", _folder.File("a.vhd"), "-");

        Assert.Equal(content, result.Payload);
        Assert.Equal(Padded(content), Fkit.Pipe(content, "convert", "-q", "-O", "raw", "-", "-").Payload);
    }

    [Fact]
    public void Quiet_is_quiet()
    {
        var raw = _folder.File("a.raw", new byte[512]);

        Assert.Empty(Fkit.Good("convert", "-q", "-O", "vpc", "--no-sync", raw, _folder.File("a.vhd")).Error);
        Assert.Matches(
            "^converted 512 B in [0-9.]+ s\n$",
            Fkit.Good("convert", "-p", "-O", "vpc", raw, _folder.File("a.vhd")).Error);
    }

    [Fact]
    public void A_target_that_is_its_source_is_refused_under_every_name()
    {
        var raw = _folder.File("a.raw", Content(512));
        File.CreateSymbolicLink(_folder.File("link"), raw);
        foreach (var name in (string[])["a.raw", "link", "../" + Path.GetFileName(_folder.Path) + "/a.raw"])
        {
            var result = Fkit.Run("convert", "-O", "vpc", raw, _folder.File(name)).HasOneErrorLine();

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("same file", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(Content(512), File.ReadAllBytes(raw));
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("/nonexistent-folder/out")]
    [InlineData(".")]
    [InlineData("taken/out")]
    public void A_target_that_cannot_be_is_refused(string target)
    {
        var raw = _folder.File("a.raw", Content(512));
        File.WriteAllText(_folder.File("taken"), "a file, no folder");

        var result = Fkit.Run("convert", "-q", "-O", "vpc", raw, Path.Combine(_folder.Path, target)).HasOneErrorLine();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["a.raw", "taken"], _folder.Names);
    }

    /// <summary>A running program stands for every file that may not be written: root is held off as well.</summary>
    [Fact]
    public void A_file_that_may_not_be_written_is_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux protects running programs from everyone");
        var raw = _folder.File("a.raw", Content(512));
        File.Copy("/bin/sleep", _folder.File("taken"));
        using var running = System.Diagnostics.Process.Start(_folder.File("taken"), "60");
        try
        {
            var results = new[]
            {
                Fkit.Run("convert", "-q", "-O", "vpc", raw, _folder.File("taken")).HasOneErrorLine(),
                Fkit.Pipe(Content(512), "convert", "-q", "-O", "raw", "-", _folder.File("taken")).HasOneErrorLine(),
                Fkit.Run("create", "-q", "-f", "vpc", _folder.File("taken"), "1M").HasOneErrorLine(),
            };

            Assert.All(
                results, result => Assert.Contains("may not be written", result.Error, StringComparison.Ordinal));
            Assert.Equal(File.ReadAllBytes("/bin/sleep"), File.ReadAllBytes(_folder.File("taken")));
            Assert.Equal(["a.raw", "taken"], _folder.Names);
        }
        finally
        {
            running.Kill();
            running.WaitForExit();
        }
    }

    [Fact]
    public void A_pipe_is_not_read_for_a_target_that_cannot_be()
    {
        var refused = new byte[1000];

        var result = Fkit.Pipe(refused, "convert", "-O", "vpc", "-", _folder.Path).HasOneErrorLine();

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("zeros are added", result.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void An_old_target_survives_a_failure()
    {
        var raw = _folder.File("a.raw", Content(512));
        var old = _folder.File("old", Content(700));

        Assert.Equal(1, Fkit.Run("convert", "-O", "vpc", "-o", "block_size=3", raw, old).HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Run("convert", "-O", "raw", _folder.File("nothing"), old).HasOneErrorLine().ExitCode);
        Assert.Equal(Content(700), File.ReadAllBytes(old));
    }

    [Fact]
    public void A_stream_is_raw_only()
    {
        Assert.Equal(1, Fkit.Run("convert", "-O", "vpc", "-", "-").HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Run("convert", "-f", "vpc", "-O", "raw", "-", "x").HasOneErrorLine().ExitCode);
        Assert.Empty(_folder.Names);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Data with a stretch of zeros in the middle.</summary>
    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        content.AsSpan(length / 3, length / 3).Clear();
        return content;
    }

    private static byte[] Padded(byte[] content) => [.. content, .. new byte[(512 - (content.Length % 512)) % 512]];
}
