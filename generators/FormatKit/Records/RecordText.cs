using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace FormatKit;

/// <summary>Text whose length varies: nothing is padded, and every character counts.</summary>
internal static class RecordText
{
    private static readonly UnicodeEncoding Utf16Big = new(bigEndian: true, byteOrderMark: false);
    private static readonly UnicodeEncoding Utf16Little = new(bigEndian: false, byteOrderMark: false);

    /// <summary>How many bytes a NUL has.</summary>
    public static int WidthOf(TextEncoding encoding) =>
        encoding is TextEncoding.Utf16BigEndian or TextEncoding.Utf16LittleEndian ? 2 : 1;

    /// <summary>Where the first NUL starts, at a multiple of its width; -1 for none.</summary>
    public static int IndexOfNul(ReadOnlySpan<byte> bytes, int width)
    {
        if (width == 1)
        {
            return bytes.IndexOf((byte)0);
        }

        for (var at = 0; at + 1 < bytes.Length; at += 2)
        {
            if ((bytes[at] | bytes[at + 1]) == 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Reads a text.</summary>
    /// <returns>Whether all of it is text; what is not became U+FFFD.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDecode(ReadOnlySpan<byte> bytes, TextEncoding encoding, out string text)
    {
        switch (encoding)
        {
            case TextEncoding.Utf8:
                return TryDecodeUtf8(bytes, out text);
            case TextEncoding.Latin1:
                text = Encoding.Latin1.GetString(bytes);
                return true;
            case TextEncoding.Ascii:
                var isAscii = Ascii.IsValid(bytes);
                text = isAscii ? Encoding.Latin1.GetString(bytes) : Replaced(bytes);
                return isAscii;
            default:
                var isBig = encoding == TextEncoding.Utf16BigEndian;
                text = (isBig ? Utf16Big : Utf16Little).GetString(bytes);
                return bytes.Length % 2 == 0 && IsPaired(bytes, isBig);
        }
    }

    /// <summary>How many bytes a text has without its terminator; negative where a character cannot be stored: what
    /// <see cref="IndexOfFault"/> then finds.</summary>
    public static int Measure(string text, TextEncoding encoding, bool isTerminated)
    {
        // Most texts of most formats are ASCII: one vectorised look says all of it.
        if (Ascii.IsValid(text) && !(isTerminated && text.Contains('\0')))
        {
            return text.Length * WidthOf(encoding);
        }

        return IndexOfFault(text, encoding, isTerminated) >= 0 ? -1 : EncodingOf(encoding).GetByteCount(text);
    }

    /// <summary>Where the first character stands that cannot be stored; -1 for none.</summary>
    public static int IndexOfFault(string text, TextEncoding encoding, bool isTerminated)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
            if ((text[index] == 0 && isTerminated)
                || (encoding == TextEncoding.Ascii && text[index] > 127)
                || (encoding == TextEncoding.Latin1 && text[index] > 255)
                || (char.IsSurrogate(text[index]) && !isPair))
            {
                return index;
            }

            index += isPair ? 1 : 0;
        }

        return -1;
    }

    /// <summary>Writes a text that was measured.</summary>
    /// <returns>How many bytes it has.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Encode(string text, TextEncoding encoding, Span<byte> bytes) => encoding switch
    {
        // Named here and not looked up, so that the calls are direct.
        TextEncoding.Utf8 => Encoding.UTF8.GetBytes(text, bytes),
        TextEncoding.Ascii => Encoding.ASCII.GetBytes(text, bytes),
        TextEncoding.Latin1 => Encoding.Latin1.GetBytes(text, bytes),
        _ => EncodingOf(encoding).GetBytes(text, bytes),
    };

    private static Encoding EncodingOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Ascii => Encoding.ASCII,
        TextEncoding.Latin1 => Encoding.Latin1,
        TextEncoding.Utf8 => Encoding.UTF8,
        TextEncoding.Utf16LittleEndian => Utf16Little,
        _ => Utf16Big,
    };

    // Most texts are ASCII, of which each byte is a character: nothing is counted first. Not inlined, since it pins.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryDecodeUtf8(ReadOnlySpan<byte> bytes, out string text)
    {
        if (Ascii.IsValid(bytes))
        {
            text = Encoding.Latin1.GetString(bytes);
            return true;
        }

        text = Encoding.UTF8.GetString(bytes);
        return Utf8.IsValid(bytes);
    }

    private static string Replaced(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, bytes, static (characters, source) =>
        {
            for (var index = 0; index < characters.Length; index++)
            {
                characters[index] = source[index] < 128 ? (char)source[index] : '\uFFFD';
            }
        });

    // The decoder has replaced lone surrogates, so the bytes are looked at.
    private static bool IsPaired(ReadOnlySpan<byte> bytes, bool isBig)
    {
        var isHighBefore = false;
        for (var at = 0; at + 1 < bytes.Length; at += 2)
        {
            var unit = (char)(isBig ? (bytes[at] << 8) | bytes[at + 1] : (bytes[at + 1] << 8) | bytes[at]);
            if (char.IsLowSurrogate(unit) != isHighBefore)
            {
                return false;
            }

            isHighBefore = char.IsHighSurrogate(unit);
        }

        return !isHighBefore;
    }
}
