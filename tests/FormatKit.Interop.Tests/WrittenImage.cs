using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Interop.Tests;

/// <summary>An image that we made and wrote to in several opens, and a plain file with the same bytes.</summary>
internal sealed class WrittenImage : IDisposable
{
    private WrittenImage(string path, GuestModel model)
    {
        Path = path;
        Model = model;
    }

    public string Path { get; }

    public GuestModel Model { get; }

    /// <summary>Makes an empty image and opens it for writing.</summary>
    public static DiskImage Create(string path, string format, string options, long size) => DiskImage.Create(
        FileStore.Create(path), ImageFormats.Find(format)!, size,
        options.Length == 0 ? OptionValues.None : OptionValues.Parse([options]));

    /// <summary>Opens an image as what it is said to be.</summary>
    public static DiskImage Open(string path, string format, bool writable = false) =>
        DiskImage.Open(path, new ImageOpenOptions { Format = ImageFormats.Find(format), Writable = writable });

    /// <summary>Creates an image and fills it in several opens. Discarded blocks are holes that the next one
    /// does not use: leaks, and nothing worse.</summary>
    public static WrittenImage Make(TemporaryFolder folder, string format, string options, long size, int seed)
    {
        var random = new Random(seed);
        var written = new WrittenImage(folder["a.img"], new GuestModel(folder["model.raw"], size));
        Create(written.Path, format, options, size).Dispose();
        for (var turn = 0; turn < 3; turn++)
        {
            using var image = DiskImage.Open(written.Path, new ImageOpenOptions { Writable = true });
            RandomWriting.Run(random, 15, image, written.Model);
        }

        Assert.All(ImageCheck.Of(written.Path).Findings, f => Assert.Equal(CheckSeverity.Leak, f.Severity));
        return written;
    }

    public void Dispose() => Model.Dispose();
}
