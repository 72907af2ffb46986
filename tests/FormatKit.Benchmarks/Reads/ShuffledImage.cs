using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Benchmarks.Reads;

/// <summary>An image of which all units are allocated, in random order: neighbours of the guest are no neighbours in
/// the file.</summary>
internal static class ShuffledImage
{
    /// <summary>Copies a raw file into a new image.</summary>
    internal static void Make(string raw, string path, ImageFormat format)
    {
        using var source = File.OpenHandle(raw);
        var length = RandomAccess.GetLength(source);
        using var image = DiskImage.Create(FileStore.Create(path), format, length);
        var unit = image.AllocationUnit;
        var units = (int)((length + unit - 1) / unit);
        var starts = Enumerable.Range(0, units).Select(index => (long)index * unit).ToArray();
        new Random(7).Shuffle(starts);
        var buffer = new byte[unit];
        foreach (var start in starts)
        {
            var part = buffer.AsSpan(0, RandomAccess.Read(source, buffer, start));
            image.Write(part, start);
        }
    }
}
