namespace FormatKit;

/// <summary>How the characters of a text field are stored.</summary>
public enum TextEncoding
{
    /// <summary>One byte a character, 0 to 127.</summary>
    Ascii,

    /// <summary>One byte a character, 0 to 255: the first characters of Unicode (ISO 8859-1).</summary>
    Latin1,

    /// <summary>UTF-8, one to four bytes a character.</summary>
    Utf8,

    /// <summary>UTF-16, least significant byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, most significant byte first.</summary>
    Utf16BigEndian,
}
