namespace FormatKit.Disks.Images;

/// <summary>The table pages that are at hand. What a driver sees of the image file.</summary>
public interface ITables
{
    /// <summary>
    /// The bytes of a page, if they are at hand; otherwise the page is remembered as missing, and the driver returns so
    /// that the runtime can load it and ask again.
    /// </summary>
    bool TryGet(PageRef page, out ReadOnlySpan<byte> bytes);

    /// <summary>Whether a range is known to be a hole of the file, and so zeros, without reading it.</summary>
    bool IsHole(HostRange range) => false;
}
