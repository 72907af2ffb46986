using System.Globalization;
using System.Text.Json;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;

namespace FormatKit.Interop.Tests;

/// <summary>What qemu's tools say and do.</summary>
internal static class Qemu
{
    /// <summary>Runs qemu-img, which must succeed.</summary>
    public static Task<string> Img(params string[] arguments) => Succeed("qemu-img", arguments);

    /// <summary>Runs commands of qemu-io, which must succeed; its exit code tells nothing of them.</summary>
    public static async Task Io(string format, string path, params IEnumerable<string> commands)
    {
        var output = await Succeed("qemu-io", ["-f", format, .. commands.SelectMany(c => new[] { "-c", c }), path]);
        Assert.DoesNotContain("failed", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("error", output, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Options with which qemu-img makes an image of exactly the size that it is told.</summary>
    public static IEnumerable<string> ExactSize(string format) => format == "vpc" ? ["-o", "force_size=on"] : [];

    /// <summary>Has qemu-img check an image, which must find neither errors nor leaks.</summary>
    public static async Task Check(string format, string path)
    {
        using var check = JsonDocument.Parse(await Img("check", "--output=json", "-f", format, path));
        Assert.Equal(0, check.RootElement.GetProperty("check-errors").GetInt64());
        Assert.False(check.RootElement.TryGetProperty("corruptions", out _));
        Assert.False(check.RootElement.TryGetProperty("leaks", out _));
    }

    /// <summary>Claims that we read an image, without a warning and with nothing to find for a check, as qemu-img reads
    /// it.</summary>
    /// <param name="format">The format, which we must tell by ourselves.</param>
    /// <param name="path">The image.</param>
    /// <param name="folder">For plain files.</param>
    /// <param name="mayLeak">Whether a check may find leaks.</param>
    public static async Task AssertReadAlike(
        string format, string path, TemporaryFolder folder, bool mayLeak = false)
    {
        using (var image = DiskImage.Open(path))
        {
            Assert.Equal(format, image.Format.Name);
            Assert.Empty(image.Warnings);
            GuestDump.Write(image, folder["ours.raw"]);
        }

        await Img("convert", "-f", format, "-O", "raw", path, folder["theirs.raw"]);
        await AssertSame("raw", folder["ours.raw"], "raw", folder["theirs.raw"]);
        Assert.DoesNotContain(ImageCheck.Of(path).Findings, f => !mayLeak || f.Severity != CheckSeverity.Leak);
    }

    /// <summary>How many guest bytes an image has.</summary>
    public static async Task<long> VirtualSize(string format, string path)
    {
        using var info = JsonDocument.Parse(await Img("info", "--output=json", "-f", format, path));
        return info.RootElement.GetProperty("virtual-size").GetInt64();
    }

    /// <summary>Which guest bytes are where. qemu tells zeros that the image has from those it does not have; here they
    /// are one run.</summary>
    public static async Task<List<MapEntry>> Map(string format, string path)
    {
        using var map = JsonDocument.Parse(await Img("map", "--output=json", "-f", format, path));
        var entries = new List<MapEntry>();
        foreach (var run in map.RootElement.EnumerateArray())
        {
            var entry = new MapEntry(
                run.GetProperty("start").GetInt64(),
                run.GetProperty("length").GetInt64(),
                run.GetProperty("data").GetBoolean(),
                run.GetProperty("zero").GetBoolean(),
                run.TryGetProperty("offset", out var offset) ? offset.GetInt64() : null);
            if (entries is [.., { Zero: true, Offset: null } before] && entry with { Start = before.Start } is var whole
                && before == whole with { Length = before.Length })
            {
                entries[^1] = before with { Length = before.Length + entry.Length };
            }
            else
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>Claims that two images have as many guest bytes and the same.</summary>
    public static async Task AssertSame(string format, string path, string otherFormat, string other)
    {
        Assert.Equal(await VirtualSize(format, path), await VirtualSize(otherFormat, other));
        var comparison = await Peer.Run("qemu-img", "compare", "-f", format, "-F", otherFormat, path, other);
        Assert.True(comparison.ExitCode == 0, comparison.Output + comparison.Error);
    }

    /// <summary>A command for <see cref="Io"/>: one byte, again and again.</summary>
    public static string WritePattern(byte pattern, long offset, long length) => string.Create(
        CultureInfo.InvariantCulture, $"write -P {pattern} {offset} {length}");

    /// <summary>A command for <see cref="Io"/>: zeros, as the format has them.</summary>
    public static string WriteZeros(long offset, long length) => string.Create(
        CultureInfo.InvariantCulture, $"write -z {offset} {length}");

    private static async Task<string> Succeed(string tool, string[] arguments)
    {
        var result = await Peer.Run(tool, arguments);
        Assert.True(result.ExitCode == 0, $"{tool} {string.Join(' ', arguments)}: {result.Output}{result.Error}");
        return result.Output;
    }
}
