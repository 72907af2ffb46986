namespace FormatKit;

/// <summary>How the characters of a text field are stored.</summary>
public enum TextEncoding
{
    /// <summary>One byte a character, 0 to 127.</summary>
    Ascii,

    /// <summary>UTF-16, most significant byte first.</summary>
    Utf16BigEndian,
}
