namespace FormatKit;

/// <summary>In which order the 16 bytes of a unique id stand on disk.</summary>
public enum GuidOrder
{
    /// <summary>All parts most significant byte first, as RFC 4122 (now RFC 9562) writes them.</summary>
    Rfc4122,

    /// <summary>The first three parts little endian, the rest as they stand: what Windows keeps in memory.</summary>
    Mixed,
}
