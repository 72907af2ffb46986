using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>Opens an image file or a block device. Opening writes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null to probe the format and read.</param>
    /// <exception cref="ImageException">The image is damaged or of a kind that is not supported.</exception>
    /// <exception cref="BackingException">Its parent, or one farther down, cannot be opened.</exception>
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

            return new ChainOpener(store.Name, options).Open(store, format);
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
        ArgumentNullException.ThrowIfNull(format);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Create(store, format, () => format.Create(store, length, options ?? OptionValues.None),
            new ImageOpenOptions());
    }

    /// <summary>Makes a differencing image in an empty store and opens it for writing. Nothing is durable before a
    /// flush.</summary>
    /// <param name="store">Where its bytes go; it belongs to the image from then on, also when this throws.</param>
    /// <param name="format">The format.</param>
    /// <param name="length">Guest bytes.</param>
    /// <param name="backing">The parent.</param>
    /// <param name="gate">What lets the image open its parent; null to leave the parent closed.</param>
    /// <param name="options">Values for the format's create options; null for none.</param>
    /// <exception cref="ImageException">The format cannot have such an image, or the parent does not open.</exception>
    /// <exception cref="ArgumentException">An option is unknown or has an impossible value.</exception>
    public static DiskImage CreateChild(
        ByteStore store, ImageFormat format, long length, NewBacking backing, OpenGate? gate,
        OptionValues? options = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(backing);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Create(
            store, format, () => format.CreateChild(store, length, backing, options ?? OptionValues.None),
            new ImageOpenOptions { Gate = gate ?? OpenGate.OwnFolder, OpenBacking = gate is not null });
    }

    private static DiskImage Create(ByteStore store, ImageFormat format, Action create, ImageOpenOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        try
        {
            create();
        }
        catch
        {
            store.Dispose();
            throw;
        }

        var image = Open(store, options with { Writable = true, Format = format });
        image._needsBarrier = true; // for what the format has written, also if its guest writes nothing
        return image;
    }

    internal static FileOpenOptions Access(ImageOpenOptions options) =>
        options.Writable ? FileOpenOptions.ForWriting
        : options.ForceShare ? FileOpenOptions.ForReadingUnlocked
        : FileOpenOptions.ForReading;
}
