using System.Text;

namespace FormatKit.Formats.Vhd;

/// <summary>The encodings of parents' names.</summary>
internal static class VhdParentText
{
    /// <summary>Of file URLs; strict.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Of Windows' Unicode names, little endian whatever the specification's other integers are; strict.
    /// </summary>
    public static UnicodeEncoding Utf16 { get; } =
        new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Of Windows' ANSI names, whose code page nothing says: the western one, as far as it is ISO
    /// 8859-1.</summary>
    public static Encoding Ansi => Encoding.Latin1;

    /// <summary>The text of bytes, without the NULs that some writers put behind it.</summary>
    /// <returns>Null when the bytes are not of the encoding.</returns>
    public static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes).TrimEnd('\0');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
