namespace FormatKit.Formats.Vmdk;

/// <summary>How the grains of a hosted sparse extent are compressed.</summary>
public enum Vmdk4Compression : ushort
{
    /// <summary>They are not.</summary>
    None = 0,

    /// <summary>Each grain is a zlib stream (RFC 1950).</summary>
    Deflate = 1,
}
