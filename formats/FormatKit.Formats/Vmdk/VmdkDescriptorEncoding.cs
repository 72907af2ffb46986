using System.Globalization;
using System.Text;

namespace FormatKit.Formats.Vmdk;

/// <summary>How the bytes of a descriptor become text.</summary>
internal static class VmdkDescriptorEncoding
{
    private static readonly string[] CodePagePrefixes = ["windows-", "cp", "ms", "ibm-", "x-windows-"];

    /// <summary>The encoding that a byte order mark stands for, its length and that of a unit.</summary>
    public static (Encoding? Encoding, int MarkLength, int Unit) ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3, 1),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2, 2),
        _ => (null, 0, 1),
    };

    /// <summary>
    /// The encoding of a name; null where nobody knows it, or where ASCII bytes are not ASCII in it, as the line that
    /// names it then could not have been read.
    /// </summary>
    /// <remarks>
    /// Code pages go by several names (libvmdk reads <c>windows-932</c>, <c>ms932</c>, <c>cp1252</c>), and those of ICU
    /// are longer still: <c>windows-936-2000</c>. Their first number is the code page.
    /// </remarks>
    public static Encoding? Named(string name)
    {
        var found = name.Equals("UTF8", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8
            : Registered(name) ?? CodePage(name);
        return found is not null && ReadsAscii(found) ? found : null;
    }

    private static Encoding? CodePage(string name)
    {
        var prefix = CodePagePrefixes.FirstOrDefault(
            prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var digits = name[(prefix?.Length ?? name.Length)..].TakeWhile(char.IsAsciiDigit).ToArray();
        return ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Registered(number)
            : null;
    }

    private static Encoding? Registered(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? OrNull(() => Encoding.GetEncoding(name));

    /// <summary>Code page 0 would be the machine's own, and a descriptor means the same on each.</summary>
    private static Encoding? Registered(ushort number) =>
        number == 0 ? null
        : CodePagesEncodingProvider.Instance.GetEncoding(number) ?? OrNull(() => Encoding.GetEncoding(number));

    private static Encoding? OrNull(Func<Encoding> get)
    {
        try
        {
            return get();
        }
        catch (Exception reason) when (reason is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool ReadsAscii(Encoding encoding)
    {
        var ascii = Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (byte)character).Append((byte)'\t');
        var bytes = ascii.ToArray();
        return encoding.GetString(bytes) == Encoding.ASCII.GetString(bytes);
    }
}
