namespace FormatKit.Cli.Tests;

public sealed class ReadWriteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public ReadWriteTests()
    {
        _file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", _file, "6M");
    }

    [Fact]
    public void What_is_written_is_read()
    {
        byte[] content = [.. "between two blocks"u8];

        Assert.Equal(0, Fkit.Pipe(content, "write", _file, "--offset", "2097147").ExitCode);

        Assert.Equal(content, Fkit.Good("read", _file, "--offset", "2097147", "--length", "18").Payload);
    }

    [Fact]
    public void A_range_behind_the_end_is_refused()
    {
        Assert.Equal(1, Fkit.Run("read", _file, "--offset", "6M", "--length", "1").HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Run("read", _file, "--offset", "7E", "--length", "7E").HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Pipe([1], "write", _file, "--offset", "6M").HasOneErrorLine().ExitCode);
        Assert.Equal(1, Fkit.Pipe(new byte[20], "write", _file, "--offset", "6291446").HasOneErrorLine().ExitCode);
    }

    [Fact]
    public void A_disk_that_only_seems_raw_is_not_written()
    {
        var raw = _folder.File("a.raw", new byte[512]);

        var refused = Fkit.Pipe([1], "write", raw, "--offset", "0").HasOneErrorLine();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("-f raw", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, Fkit.Pipe([1], "write", "-f", "raw", raw, "--offset", "0").ExitCode);
        Assert.Equal(1, File.ReadAllBytes(raw)[0]);
    }

    public void Dispose() => _folder.Dispose();
}
