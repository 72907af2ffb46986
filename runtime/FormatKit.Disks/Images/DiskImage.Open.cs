using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>Opens an image file or a block device. Opening writes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null to probe the format and read.</param>
    /// <exception cref="ImageException">The image is damaged or of a kind that is not supported.</exception>
    /// <exception cref="IOException">Another process uses it in a way that excludes this, or the system
    /// refuses.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static DiskImage Open(string path, ImageOpenOptions? options = null)
    {
        options ??= new ImageOpenOptions();
        return Open(HostStore.Open(path, Access(options)), options);
    }

    /// <summary>Opens an image in a store, which belongs to the image from then on, also when this throws.</summary>
    /// <param name="store">Where its bytes are.</param>
    /// <param name="options">How; null to probe the format and read.</param>
    /// <exception cref="ImageException">The image is damaged or of a kind that is not supported.</exception>
    public static DiskImage Open(ByteStore store, ImageOpenOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new ImageOpenOptions();
        try
        {
            var format = options.Format ?? ImageFormats.Probe(store.Name, store);
            if (options is { Writable: true, Format: null } && format == ImageFormats.Raw)
            {
                throw new ImageException(
                    store.Name,
                    "no format was told from its content, and a disk is written as raw only when raw is asked for",
                    "say '-f raw' if it is a raw disk");
            }

            var opened = format.Open(store, new OpenRequest(options.Writable, options.Options));
            return new DiskImage(
                store, format, DriverChoice.Of(store, opened), options.Writable, options.CacheBytes);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Makes an empty image in an empty store and opens it for writing. Nothing is durable before a
    /// flush.</summary>
    /// <param name="store">Where its bytes go; it belongs to the image from then on, also when this throws.</param>
    /// <param name="format">The format.</param>
    /// <param name="length">Guest bytes.</param>
    /// <param name="options">Values for the format's create options; null for none.</param>
    /// <exception cref="ImageException">The format cannot have such an image.</exception>
    /// <exception cref="ArgumentException">An option is unknown or has an impossible value.</exception>
    public static DiskImage Create(ByteStore store, ImageFormat format, long length, OptionValues? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        try
        {
            format.Create(store, length, options ?? OptionValues.None);
        }
        catch
        {
            store.Dispose();
            throw;
        }

        return Open(store, new ImageOpenOptions { Writable = true, Format = format });
    }

    private static FileOpenOptions Access(ImageOpenOptions options) =>
        options.Writable ? FileOpenOptions.ForWriting
        : options.ForceShare ? FileOpenOptions.ForReadingUnlocked
        : FileOpenOptions.ForReading;
}
