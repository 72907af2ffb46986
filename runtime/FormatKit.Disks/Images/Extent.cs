using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A run of guest bytes that are in one place.</summary>
/// <param name="Kind">Where they are.</param>
/// <param name="Guest">The first guest byte.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Host">Where they start in the image file; meaningless unless they are
/// <see cref="ExtentKind.Data"/>.</param>
public readonly record struct Extent(ExtentKind Kind, GuestOffset Guest, long Length, HostOffset Host)
{
    /// <summary>Bytes that read as zeros.</summary>
    public static Extent Zero(GuestOffset guest, long length) => new(ExtentKind.Zero, guest, length, default);

    /// <summary>Bytes that the parent is asked for.</summary>
    public static Extent Absent(GuestOffset guest, long length) => new(ExtentKind.Absent, guest, length, default);

    /// <summary>Bytes in the image file.</summary>
    public static Extent Data(GuestOffset guest, long length, HostOffset host) =>
        new(ExtentKind.Data, guest, length, host);

    /// <summary>The first guest byte behind the extent.</summary>
    public GuestOffset End => Guest + Length;

    /// <summary>Whether <paramref name="next"/> goes on where this extent ends, in guest and file.</summary>
    public bool IsContinuedBy(in Extent next) =>
        Kind == next.Kind && End == next.Guest && (Kind != ExtentKind.Data || Host + Length == next.Host);
}
