using System.Diagnostics;

namespace FormatKit.Cli.Tests;

public sealed class SignalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("raw", "INT", 130)]
    [InlineData("vpc", "INT", 130)]
    [InlineData("vpc", "TERM", 143)]
    public async Task A_signal_leaves_no_target(string format, string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var process = FkitProcess.Start("convert", "-O", format, "-", _folder.File("out"));
        await process.StandardInput.BaseStream.WriteAsync(new byte[3 << 20], Token);
        await process.StandardInput.BaseStream.FlushAsync(Token); // and the pipe stays open: the tool waits for more
        await WaitUntil(() => _folder.Names.Any());

        await FkitProcess.Signal(process, signal);
        await process.WaitForExitAsync(Token);

        Assert.Equal(code, process.ExitCode);
        Assert.Empty(_folder.Names);
        Assert.Empty(await process.StandardError.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_file_that_may_not_grow_so_far_is_an_error_and_leaves_no_target()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such limit.");
        using var process = FkitProcess.StartInShell(
            $"create -f vmdk '{_folder.File("out")}' 60T", before: "ulimit -f 1000000;");
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("cannot set the length", error, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task A_signal_ends_a_wait_for_a_reader()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        Fkit.Good("create", "-q", "-f", "vpc", _folder.File("a.vhd"), "64M");
        using var process = FkitProcess.Start("read", _folder.File("a.vhd"));
        Assert.Equal(0, process.StandardOutput.BaseStream.ReadByte()); // it writes, and the pipe fills up

        await FkitProcess.Signal(process, "INT");
        await process.WaitForExitAsync(Token);

        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_it_quietly_and_at_once()
    {
        Fkit.Good("create", "-q", "-f", "vpc", _folder.File("a.vhd"), "1T");
        using var process = FkitProcess.Start("read", _folder.File("a.vhd"));
        Assert.Equal(0, process.StandardOutput.BaseStream.ReadByte());

        process.StandardOutput.Close();
        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);

        Assert.Empty(await process.StandardError.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_closed_standard_input_is_an_error_and_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells whose pipe a descriptor is.");
        var disk = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", disk, "1M");

        using var process = FkitProcess.StartInShell($"write -f vpc '{disk}' --offset 0 <&-");
        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("standard input is closed", await process.StandardError.ReadToEndAsync(Token),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_standard_output_is_an_error()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");
        Fkit.Good("create", "-q", "-f", "vpc", _folder.File("a.vhd"), "1M");
        var tool = Path.Join(AppContext.BaseDirectory, "fkit");
        var command = $"'{tool}' info '{_folder.File("a.vhd")}' > /dev/full";
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command])
        {
            RedirectStandardError = true,
        })!;

        var error = await shell.StandardError.ReadToEndAsync(Token);
        await shell.WaitForExitAsync(Token);

        Assert.Equal(1, shell.ExitCode);
        Assert.StartsWith("fkit: standard output: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payloads_of_one_shell_follow_each_other()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "This is for a Unix shell.");
        var image = _folder.File("a.raw", [.. "first and second"u8]);
        var read = $"'{Path.Join(AppContext.BaseDirectory, "fkit")}' read -U '{image}' --offset";
        using var shell = Process.Start(new ProcessStartInfo(
            "sh", ["-c", $"( {read} 0 --length 5; {read} 9 --length 7 ) > '{_folder.File("out")}'"])
        {
            RedirectStandardError = true,
        })!;

        await shell.WaitForExitAsync(Token);

        Assert.Equal("first second", await File.ReadAllTextAsync(_folder.File("out"), Token));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task WaitUntil(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 600, "It did not come to that within a minute.");
            await Task.Delay(100, Token);
        }
    }
}
