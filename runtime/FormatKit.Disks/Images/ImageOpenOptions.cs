using FormatKit.Disks.Drivers;

namespace FormatKit.Disks.Images;

/// <summary>How an image is opened.</summary>
public sealed record ImageOpenOptions
{
    /// <summary>Whether to open for writing. A disk that was only probed to be raw cannot be: its guest may have
    /// written any format's magic into it, so raw must be asked for.</summary>
    public bool Writable { get; init; }

    /// <summary>The format, or null to probe the file.</summary>
    public ImageFormat? Format { get; init; }

    /// <summary>Whether to read even while another process writes the image: what is read may be half
    /// written.</summary>
    public bool ForceShare { get; init; }

    /// <summary>Values for the format's open options, such as <c>size=chs</c>.</summary>
    public OptionValues Options { get; init; } = OptionValues.None;

    /// <summary>The most bytes of table pages to cache.</summary>
    public long CacheBytes { get; init; } = DiskImage.DefaultCacheBytes;
}
