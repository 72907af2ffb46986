using FormatKit.Benchmarks.Processes;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Benchmarks.Reads;

/// <summary>Random reads through <see cref="DiskImage"/> beside those of the plain file, all of it in the system's
/// cache: what the way from guest to file costs.</summary>
internal static class ReadsRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 1L << 30);
        var count = options.Number("--count", 400_000);
        var rounds = options.Number("--rounds", 9);
        var formatName = options.Text("--format") ?? "vmdk";
        var parent = options.Text("--folder");
        options.RefuseRest();
        var format = ImageFormats.Find(formatName) ?? throw new ArgumentException($"--format {formatName}: unknown.");

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        var raw = folder.File("a.raw");
        var path = folder.File($"a.{formatName}");
        NoiseFile.Make(raw, size);
        ShuffledImage.Make(raw, path, format);
        using var file = File.OpenHandle(raw);
        using var rawImage = DiskImage.Open(raw, new ImageOpenOptions { Format = ImageFormats.Raw });
        using var image = DiskImage.Open(path, new ImageOpenOptions { Format = format });
        ReadTarget[] targets =
        [
            new("RandomAccess.Read, raw", (buffer, offset) => RandomAccess.Read(file, buffer, offset)),
            new("DiskImage.Read, raw", (buffer, offset) => rawImage.Read(buffer, offset)),
            new($"DiskImage.Read, {formatName}", (buffer, offset) => image.Read(buffer, offset)),
        ];
        ReadComparison.Verify(targets, size);
        foreach (var threads in (ReadOnlySpan<int>)[1, 2])
        {
            ReadComparison.Run(threads, rounds, count, size, targets);
        }

        return 0;
    }
}
