using System.Text;

namespace FormatKit.Formats.Vhd;

/// <summary>
/// Writes the names of a differencing disk's parent so that others find it: a file URL in slot 0, the absolute and the
/// relative Windows name in slots 1 and 2, the slots where blktap has them, and the file name in the header.
/// </summary>
/// <remarks>
/// blktap writes the relative name also as the absolute one. The specification, Windows, VirtualBox and DiscUtils mean
/// an absolute path by that code, so it is one here; blktap tries one slot after the other and tells an absolute path
/// by its first character, so it is right with either. The URL is relative: blktap and ocaml-vhd, who read it, are the
/// ones whose disks are moved together. Characters that a URL cannot have are escaped. Those two do not decode that,
/// look for a file that is not there, and go on to the Windows names, which have none.
/// </remarks>
public static class VhdParentNameWriter
{
    private const string Unescaped = "-._~/!$&'()*+,;=:@";

    /// <summary>The bytes that <see cref="Write"/> returns, without writing.</summary>
    /// <param name="relative">As for <see cref="Write"/>.</param>
    /// <param name="absolute">As for <see cref="Write"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="Write"/>.</exception>
    public static long LengthOf(string? relative, string? absolute) =>
        NamesOf(relative, absolute).Sum(name => VhdLayout.PadToSector(name.Bytes.Length));

    /// <summary>
    /// Makes a header say where the parent is. All eight slots and the header's name are set, so that nothing speaks of
    /// another parent; the header is not sealed, and unique id and timestamp of the parent are left alone.
    /// </summary>
    /// <param name="header">The child's header.</param>
    /// <param name="at">Where the returned bytes will be, a multiple of 512.</param>
    /// <param name="relative">
    /// The parent's path from the child's folder, with <c>/</c> between its parts; null when no path leads there, as
    /// between two drives.
    /// </param>
    /// <param name="absolute">
    /// The parent's absolute path, with <c>/</c> between its parts; null to say nothing about the machine: the relative
    /// one then stands in its place, as from blktap.
    /// </param>
    /// <returns>The names, each filled up to whole sectors with zeros.</returns>
    /// <exception cref="ArgumentException">
    /// Neither is given, one names no file, the relative one is absolute or the other way round, a name is longer than
    /// <see cref="VhdParentNames.MaxNameLength"/>, or the file name does not fit the header.
    /// </exception>
    public static byte[] Write(ref VhdDynamicHeader header, HostOffset at, string? relative, string? absolute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at.Value, nameof(at));
        ArgumentOutOfRangeException.ThrowIfNotEqual(at.Value % VhdLayout.SectorSize, 0, nameof(at));
        var names = NamesOf(relative, absolute);
        var bytes = new byte[names.Sum(name => VhdLayout.PadToSector(name.Bytes.Length))];
        header.ParentName = VhdParentPath.Of(relative ?? absolute!)!.Value.FileName;
        var locators = header.EditParentLocators();
        locators.Clear();
        var used = 0;
        foreach (var name in names)
        {
            var space = (int)VhdLayout.PadToSector(name.Bytes.Length);
            name.Bytes.CopyTo(bytes, used);
            ref var locator = ref locators[name.Slot];
            locator.PlatformCode = name.Code;
            locator.DataSpace = (uint)space; // bytes, against the specification, as blktap and Windows have it
            locator.DataLength = (uint)name.Bytes.Length;
            locator.DataOffset = (ulong)(at.Value + used);
            used += space;
        }

        return bytes;
    }

    private static List<(int Slot, VhdParentLocatorCode Code, byte[] Bytes)> NamesOf(string? relative, string? absolute)
    {
        var near = Parse(relative, isAbsolute: false, nameof(relative));
        var far = Parse(absolute, isAbsolute: true, nameof(absolute));
        if ((near ?? far) is not { } best)
        {
            throw new ArgumentException("A parent has a relative or an absolute path.", nameof(relative));
        }

        List<(int Slot, VhdParentLocatorCode Code, byte[] Bytes)> names = [(0, VhdParentLocatorCode.MacX, UrlOf(best))];
        if ((far ?? near) is { } windows && !HasBackslash(windows))
        {
            names.Add((1, VhdParentLocatorCode.W2ku, WindowsNameOf(windows)));
        }

        if (near is { } here && !HasBackslash(here))
        {
            names.Add((2, VhdParentLocatorCode.W2ru, WindowsNameOf(here)));
        }

        return names.TrueForAll(name => name.Bytes.Length <= VhdParentNames.MaxNameLength)
            ? names
            : throw new ArgumentException(
                $"The parent's path takes more than {VhdParentNames.MaxNameLength} bytes.", nameof(relative));
    }

    private static VhdParentPath? Parse(string? path, bool isAbsolute, string parameter)
    {
        if (path is null)
        {
            return null;
        }

        return VhdParentPath.Of(path) is { } parsed && parsed.IsAbsolute == isAbsolute
            ? parsed
            : throw new ArgumentException(
                $"'{path}' is no {(isAbsolute ? "absolute" : "relative")} path of a file.", parameter);
    }

    /// <summary>A backslash in a file's name, as Linux allows, would become a separator in a Windows name.</summary>
    private static bool HasBackslash(VhdParentPath path) => path.Text.Contains('\\', StringComparison.Ordinal);

    /// <summary><c>file://./base.vhd</c>, <c>file:///disks/base.vhd</c>, <c>file:///C:/disks/base.vhd</c>.</summary>
    private static byte[] UrlOf(VhdParentPath path)
    {
        var url = new StringBuilder("file://").Append(!path.IsAbsolute ? "./" : path.Text.StartsWith('/') ? "" : "/");
        foreach (var unit in VhdParentText.Utf8.GetBytes(path.Text))
        {
            var character = (char)unit;
            _ = char.IsAsciiLetterOrDigit(character) || Unescaped.Contains(character, StringComparison.Ordinal)
                ? url.Append(character)
                : url.Append('%').Append(Convert.ToHexString([unit]));
        }

        return Encoding.ASCII.GetBytes(url.ToString());
    }

    /// <summary>Relative names begin with <c>.\</c>: Windows wants that, says blktap.</summary>
    private static byte[] WindowsNameOf(VhdParentPath path) =>
        VhdParentText.Utf16.GetBytes((path.IsAbsolute ? "" : @".\") + path.Text.Replace('/', '\\'));
}
