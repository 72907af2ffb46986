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

    /// <summary>Whether to open the parents of a differencing image. Without them, what the image does not have itself
    /// can neither be read nor written in part.</summary>
    public bool OpenBacking { get; init; } = true;

    /// <summary>Which of the files that the image names may be opened.</summary>
    public OpenGate Gate { get; init; } = OpenGate.OwnFolder;

    /// <summary>The most bytes of table pages to cache; a parent has half of what its child has, but
    /// 256 KiB if the child has that.</summary>
    public long CacheBytes { get; init; } = DiskImage.DefaultCacheBytes;
}
