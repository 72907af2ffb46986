using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Benchmarks.Chains;

/// <summary>A base that is full and children of children, in each of which a little was written here and
/// there.</summary>
internal static class DeepChain
{
    private const int SectorSize = 512;
    private const int WritesPerLayer = 200;

    /// <summary>Makes the images and writes the same into a raw disk.</summary>
    /// <param name="raw">The raw disk with the content of the base.</param>
    /// <param name="format">The format of all layers.</param>
    /// <param name="depth">How many layers there are.</param>
    /// <param name="path">The name of a layer, 0 being the base.</param>
    internal static void Make(string raw, ImageFormat format, int depth, Func<int, string> path)
    {
        using var flat = DiskImage.Open(raw, new ImageOpenOptions { Writable = true, Format = ImageFormats.Raw });
        Copy(flat, path(0), format);
        for (var layer = 1; layer < depth; layer++)
        {
            using (var parent = DiskImage.Open(path(layer - 1), new ImageOpenOptions { Format = format }))
            {
                SnapshotOperation.Run(parent, path(layer), new SnapshotOptions());
            }

            using var child = DiskImage.Open(
                path(layer), new ImageOpenOptions { Writable = true, Format = format });
            Write(flat, child, new Random(layer));
        }
    }

    /// <summary>Copies a disk into a new image.</summary>
    internal static void Copy(DiskImage source, string path, ImageFormat format)
    {
        using var target = DiskImage.Create(FileStore.Create(path), format, source.Length);
        ConvertOperation.Run(source, target, new ConvertOptions(), CancellationToken.None);
    }

    private static void Write(DiskImage flat, DiskImage child, Random random)
    {
        for (var write = 0; write < WritesPerLayer; write++)
        {
            var bytes = new byte[random.Next(1, 64) * SectorSize];
            random.NextBytes(bytes);
            var offset = random.NextInt64((flat.Length - bytes.Length) / SectorSize) * SectorSize;
            flat.Write(bytes, offset);
            child.Write(bytes, offset);
        }
    }
}
