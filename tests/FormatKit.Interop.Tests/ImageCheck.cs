using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Interop.Tests;

/// <summary>Our own check of a file.</summary>
internal static class ImageCheck
{
    public static CheckReport Of(string path)
    {
        using var store = FileStore.Open(path, FileOpenOptions.ForReading);
        var format = ImageFormats.Probe(path, store);
        var report = new CheckReport { Format = format.Name };
        format.Check(store, report);
        return report;
    }
}
