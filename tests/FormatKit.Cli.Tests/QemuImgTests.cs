using System.Diagnostics;
using System.Text.Json;

namespace FormatKit.Cli.Tests;

/// <summary>qemu-img and fkit side by side: what scripts rely on is the same.</summary>
public sealed class QemuImgTests : IDisposable
{
    private const string Tool = "qemu-img";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("raw")]
    [InlineData("vpc")]
    public async Task Info_has_every_name_and_value(string format)
    {
        var file = Image(format);
        var (_, output) = await Qemu("info", "--output", "json", "-f", format, file);
        var theirs = JsonDocument.Parse(output).RootElement;

        var ours = Fkit.Good("info", "--output", "json", "-f", format, file).Json;

        foreach (var property in theirs.EnumerateObject().Where(property => property.Name != "children"))
        {
            Assert.True(ours.TryGetProperty(property.Name, out var value), property.Name);
            Assert.Equal(property.Value.GetRawText(), value.GetRawText());
        }
    }

    [Fact]
    public async Task Map_of_a_raw_disk_is_the_same()
    {
        var file = Image("raw");

        var theirs = (await Qemu("map", "--output", "json", "-f", "raw", file)).Output;

        var ours = Fkit.Good("map", "--output", "json", "-f", "raw", file).Output;
        Assert.True(JsonElement.DeepEquals(
            JsonDocument.Parse(theirs).RootElement, JsonDocument.Parse(ours).RootElement), $"{theirs}\n{ours}");
        Assert.Equal((await Qemu("map", "-f", "raw", file)).Output, Fkit.Good("map", "-f", "raw", file).Output);
    }

    [Theory]
    [InlineData("compare", "a.raw", "a.vpc")]
    [InlineData("compare", "a.raw", "long.raw")]
    [InlineData("compare", "-s", "a.raw", "long.raw")]
    [InlineData("compare", "a.raw", "other.raw")]
    [InlineData("compare", "a.raw", "nothing")]
    [InlineData("compare", "a.raw")]
    [InlineData("check", "a.raw")]
    [InlineData("check", "nothing")]
    [InlineData("info", "nothing")]
    [InlineData("create", "-f", "vpc", "-o", "colour=red", "new", "1M")]
    [InlineData("convert", "-O", "vpc", "nothing", "new")]
    public async Task Exit_codes_are_the_same(params string[] arguments)
    {
        _ = (Image("raw"), Image("vpc"));
        var content = File.ReadAllBytes(_folder.File("a.raw"));
        _folder.File("long.raw", [.. content, .. new byte[4096]]);
        _folder.File("other.raw", [1, .. content[1..]]);
        string[] full = [.. arguments.Select(word =>
            word.Contains('.', StringComparison.Ordinal) || word is "nothing" or "new" ? _folder.File(word) : word)];

        var theirs = await Qemu(full);

        Assert.Equal(theirs.ExitCode, Fkit.Run(full).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private string Image(string format)
    {
        var raw = _folder.File("a.raw", new byte[6 << 20]);
        Assert.Equal(0, Fkit.Pipe([.. "data"u8], "write", "-f", "raw", raw, "--offset", "3M").ExitCode);
        return format == "raw" ? raw : Converted(raw, format);
    }

    private string Converted(string raw, string format)
    {
        var file = _folder.File("a." + format);
        Fkit.Good("convert", "-q", "-f", "raw", "-O", format, raw, file);
        return file;
    }

    private static async Task<(int ExitCode, string Output)> Qemu(params string[] arguments)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Join(folder, Tool)));
        var isRequired = Environment.GetEnvironmentVariable("FORMATKIT_PEERS") == "required";
        Assert.SkipUnless(found || isRequired, $"{Tool} is not on the PATH");
        using var process = Process.Start(new ProcessStartInfo(Tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _ = await error;
        return (process.ExitCode, output);
    }
}
