using FormatKit.Benchmarks.Processes;
using FormatKit.Benchmarks.Reads;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Benchmarks.Chains;

/// <summary>Random reads through a chain of images beside those of one image with the same content. No other tool here
/// reads such chains.</summary>
internal static class ChainRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 256L << 20);
        var count = options.Number("--count", 200_000);
        var depth = options.Number("--depth", 20);
        var rounds = options.Number("--rounds", 9);
        var parent = options.Text("--folder");
        options.RefuseRest();
        var format = ImageFormats.Vhd;

        using var folder = new WorkFolder(parent);
        Machine.Print();
        var raw = folder.File("flat.raw");
        NoiseFile.Make(raw, size);
        DeepChain.Make(raw, format, depth, layer => folder.File($"{layer}.{format.Name}"));
        var flat = folder.File($"flat.{format.Name}");
        using (var content = DiskImage.Open(raw, new ImageOpenOptions { Format = ImageFormats.Raw }))
        {
            DeepChain.Copy(content, flat, format);
        }

        using var alone = DiskImage.Open(flat, new ImageOpenOptions { Format = format });
        using var chain = DiskImage.Open(
            folder.File($"{depth - 1}.{format.Name}"), new ImageOpenOptions { Format = format });
        ReadTarget[] targets =
        [
            new($"one image, {format.Name}", (buffer, offset) => alone.Read(buffer, offset)),
            new($"{depth} images", (buffer, offset) => chain.Read(buffer, offset)),
        ];
        ReadComparison.Verify(targets, size);
        foreach (var threads in (ReadOnlySpan<int>)[1, 2])
        {
            ReadComparison.Run(threads, rounds, count, size, targets);
        }

        return 0;
    }
}
