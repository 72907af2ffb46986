using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FormatKit.Interop.Tests.Png;

/// <summary>The judges of PNG files: pngcheck, and Pillow for Python.</summary>
internal static partial class PngTools
{
    /// <summary>What a test that needs both names.</summary>
    public const string Names = "pngcheck and Pillow";

    private const string Python = "/usr/bin/python3";

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Png", "png.py");

    private static readonly Lazy<bool> Installed = new(() =>
        Peer.Find("pngcheck") is not null && File.Exists(Python) && PythonHasPillow());

    public static bool AreInstalled => Installed.Value;

    /// <summary>Fills a folder with files that others made.</summary>
    public static async Task<IReadOnlyList<string>> Write(string folder)
    {
        var result = await Peer.Run(Python, Script, "write", folder);
        Assert.True(result.ExitCode == 0, result.Error);
        return [.. Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal)];
    }

    /// <summary>What Python reads from files.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Read(params IEnumerable<string> files)
    {
        var result = await Peer.Run(Python, [Script, "read", .. files]);
        Assert.True(result.ExitCode == 0, result.Error);
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))];
    }

    /// <summary>Which chunks pngcheck finds where: <c>IHDR at 8, 13</c>. It says where the types stand, which is four
    /// bytes behind.</summary>
    public static IEnumerable<string> ChunksIn(PeerResult verdict) =>
        ChunkLine().Matches(verdict.Output).Select(match => string.Create(
            CultureInfo.InvariantCulture,
            $"{match.Groups[1]} at {Convert.ToInt32(match.Groups[2].Value, 16) - 4}, {match.Groups[3]}"));

    [GeneratedRegex("^  chunk (....) at offset 0x([0-9a-f]+), length ([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex ChunkLine();

    private static bool PythonHasPillow()
    {
        using var process = Peer.Start(Python, "-c", "import PIL");
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
