using System.Text;

namespace FormatKit.Formats.Vhd;

/// <summary>The path that the text of a parent's name means.</summary>
/// <param name="Text">Parts with <c>/</c> between them, none of which is empty or <c>.</c>.</param>
/// <param name="IsAbsolute">Whether it begins at a root, a drive or a server.</param>
internal readonly record struct VhdParentPath(string Text, bool IsAbsolute)
{
    private const string LongPrefix = "//?/";
    private const string LongServerPrefix = "//?/UNC/";

    /// <summary>The last part.</summary>
    public string FileName => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The path of a name in Windows' words. Names of other systems stand in Windows' locators too, so <c>/</c>
    /// separates as <c>\</c> does, and whether a path is absolute is seen from its text, never from the locator's
    /// code: blktap writes relative names under the absolute code, DiscUtils <c>.\/an/absolute/one</c> under the
    /// relative one.
    /// </summary>
    /// <returns>Null for a name of no file.</returns>
    public static VhdParentPath? OfWindows(string name)
    {
        var text = name.Replace('\\', '/');
        if (text.StartsWith(LongServerPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return Of("//" + text[LongServerPrefix.Length..]);
        }

        text = text.StartsWith(LongPrefix, StringComparison.Ordinal) ? text[LongPrefix.Length..] : text;

        // Without a slash behind the drive, a name counts from the drive's current folder, which nobody knows.
        return HasDrive(text) && text is not [_, _, '/', ..] ? Of(text[2..]) : Of(text);
    }

    /// <summary>
    /// The paths that a file URL can mean, the better one first. <c>file://</c> is followed by a path, relative
    /// (<c>file://./a.vhd</c>, as blktap has it) or absolute; the only host that is known is <c>localhost</c>. Escapes
    /// are decoded; as blktap does not write them, a name with a <c>%</c> may also be meant as it stands.
    /// </summary>
    /// <returns>Null when it is no file URL.</returns>
    public static IReadOnlyList<VhdParentPath>? OfUrl(string url)
    {
        if (!url.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = url["file:".Length..].Replace('\\', '/');
        text = text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : text;
        text = text.StartsWith("localhost/", StringComparison.OrdinalIgnoreCase) ? text["localhost".Length..] : text;
        var paths = new List<VhdParentPath>();
        var decoded = Unescape(text);
        if (decoded is not null && Of(decoded) is { } path)
        {
            paths.Add(path);
        }

        if (decoded != text && Of(text) is { } literal)
        {
            paths.Add(literal);
        }

        return paths;
    }

    /// <summary>The path of a text with <c>/</c> between its parts.</summary>
    /// <returns>Null for a path of no file.</returns>
    public static VhdParentPath? Of(string text)
    {
        // A drive in a URL has a slash before it.
        text = text is ['/', ..] && HasDrive(text[1..]) ? text[1..] : text;
        var drive = HasDrive(text) && text is [_, _, '/', ..] ? text[..3] : null;
        var root = drive
            ?? (text is ['/', '/', not '/', ..] ? "//" : text.StartsWith('/') ? "/" : "");
        var parts = text[root.Length..].Split('/').Where(part => part is not ("" or ".")).ToList();
        return parts.Count == 0 || parts[^1] == ".." || text.Contains('\0', StringComparison.Ordinal)
            ? null
            : new VhdParentPath(root + string.Join('/', parts), root.Length > 0);
    }

    private static bool HasDrive(string text) => text is [var letter, ':', ..] && char.IsAsciiLetter(letter);

    /// <summary>Decodes escapes; a <c>%</c> that begins none stands for itself.</summary>
    /// <returns>Null when the decoded bytes are no UTF-8.</returns>
    private static string? Unescape(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var isEscape = bytes[at] == '%' && at + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]);
            bytes[length++] = isEscape ? Convert.FromHexString(bytes.AsSpan(at + 1, 2))[0] : bytes[at];
            at += isEscape ? 2 : 0;
        }

        return VhdParentText.Decode(VhdParentText.Utf8, bytes.AsSpan(0, length));
    }
}
