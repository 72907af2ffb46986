namespace FormatKit;

/// <summary>In which order the bytes of an integer stand on disk.</summary>
public enum ByteOrder
{
    /// <summary>Least significant byte first.</summary>
    LittleEndian,

    /// <summary>Most significant byte first.</summary>
    BigEndian,
}
