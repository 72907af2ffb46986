namespace FormatKit.Cli.Tests;

public sealed class HostileFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("info")]
    [InlineData("map")]
    [InlineData("read")]
    public void A_damaged_header_is_one_sentence_with_place_and_values(string command)
    {
        var file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", file, "6M");
        using (var stream = File.OpenWrite(file))
        {
            stream.Position = 512 + 32; // the dynamic header's block size
            stream.WriteByte(0x77);
        }

        var result = Fkit.Run(command, file).HasOneErrorLine();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(", byte ", result.Error, StringComparison.Ordinal);
        Assert.Contains(", expected ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_format_is_named()
    {
        var file = _folder.File("a.qcow2", [.. "QFI"u8, 0xFB, .. new byte[508]]);

        Assert.Contains("qcow", Fkit.Run("info", file).HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_control_characters_stays_on_its_line()
    {
        var file = _folder.File("a\u001b[2J\nb");

        Assert.Contains("a\\u001b[2J b", Fkit.Run("info", file).HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
