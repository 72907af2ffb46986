using System.Globalization;
using System.Text;

namespace FormatKit.Formats.Vhd;

/// <summary>
/// Where a differencing disk says its parent is: eight locators and a name in its header, in the order in which they
/// are worth trying. Nothing of it is trusted: what cannot be used is left out with a reason.
/// </summary>
/// <remarks>
/// Relative names come first, since disks are moved and copied together with their parents, then absolute ones, then
/// the header's name, which is only a file name from most writers. Last, when nothing else said so, the file names of
/// the absolute ones beside the child: DiscUtils and Windows leave disks that name nothing else once they are moved.
/// That is a guess, which the parent's unique id has to confirm.
/// </remarks>
public sealed class VhdParentNames
{
    /// <summary>The longest name that is read.</summary>
    public const int MaxNameLength = 64 << 10;

    private readonly List<VhdParentName> _candidates = [];
    private readonly List<string> _warnings = [];
    private readonly List<HostOffset> _warningsAt = [];

    private VhdParentNames()
    {
    }

    /// <summary>The names in the order to try them, each path once.</summary>
    public IReadOnlyList<VhdParentName> Candidates => _candidates;

    /// <summary>Why a locator is not among them, a sentence each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Where each of the locators is that <see cref="Warnings"/> are about.</summary>
    public IReadOnlyList<HostOffset> WarningsAt => _warningsAt;

    /// <summary>Reads the names of a header's parent, at most eight times <see cref="MaxNameLength"/> bytes.</summary>
    /// <param name="file">The child.</param>
    /// <param name="header">Its dynamic header.</param>
    /// <param name="headerAt">Where that stands.</param>
    public static VhdParentNames Read(IByteSource file, in VhdDynamicHeader header, HostOffset headerAt)
    {
        ArgumentNullException.ThrowIfNull(file);
        var names = new VhdParentNames();
        var located = new List<VhdParentName>();
        var locatorsAt = OffsetOf(nameof(VhdDynamicHeader.ParentLocators));
        for (var slot = 0; slot < header.ParentLocators.Length; slot++)
        {
            if (AddLocator(file, header.ParentLocators[slot], slot, located) is { } warning)
            {
                names._warnings.Add(warning);
                names._warningsAt.Add(headerAt + locatorsAt + (slot * Layout.SizeOf<VhdParentLocator>()));
            }
        }

        names.AddAll(located.Where(name => !name.IsAbsolute));
        names.AddAll(located.Where(name => name.IsAbsolute));
        var nameAt = headerAt + OffsetOf(nameof(VhdDynamicHeader.ParentName));
        if (VhdParentPath.OfWindows(header.ParentName.TrimEnd('\0')) is { } path)
        {
            names.AddAll([new VhdParentName(path.Text, path.IsAbsolute, "the header's parent name", nameAt)]);
        }

        names.AddAll([.. names._candidates.Where(name => name.IsAbsolute).Select(name => name with
        {
            Path = new VhdParentPath(name.Path, IsAbsolute: true).FileName,
            IsAbsolute = false,
            Source = $"{name.Source}, its file name",
            IsGuess = true,
        })]);
        return names;
    }

    /// <summary>
    /// The bytes that a locator has for its name. The specification counts them in sectors, as xapi and xen-orchestra
    /// do; blktap, VirtualBox and Windows in bytes.
    /// </summary>
    /// <returns>Null when it is neither.</returns>
    public static long? SpaceOf(in VhdParentLocator locator) =>
        locator.DataSpace < VhdLayout.SectorSize ? locator.DataSpace * (long)VhdLayout.SectorSize
        : locator.DataSpace % VhdLayout.SectorSize == 0 ? locator.DataSpace
        : null;

    private static int OffsetOf(string field) =>
        Layout.InfoOf<VhdDynamicHeader>().Fields.Single(candidate => candidate.Name == field).Offset;

    private void AddAll(IEnumerable<VhdParentName> names)
    {
        foreach (var name in names.Where(name => _candidates.TrueForAll(known => known.Path != name.Path)))
        {
            _candidates.Add(name);
        }
    }

    /// <returns>Why it cannot be used, or null.</returns>
    private static string? AddLocator(
        IByteSource file, in VhdParentLocator locator, int slot, List<VhdParentName> located)
    {
        if (locator.PlatformCode == VhdParentLocatorCode.None)
        {
            return null;
        }

        var code = Enum.IsDefined(locator.PlatformCode)
            ? locator.PlatformCode.ToString()
            : "0x" + ((uint)locator.PlatformCode).ToString("X8", CultureInfo.InvariantCulture);
        var source = $"parent locator {slot} ({code})";
        var reason = ReasonAgainst(file, locator);
        IReadOnlyList<VhdParentPath> paths = [];
        if (reason is null)
        {
            var bytes = new byte[locator.DataLength];
            reason = file.Read(bytes, (long)locator.DataOffset) < bytes.Length
                ? "its name could not be read to the end"
                : Decode(locator.PlatformCode, bytes, out paths);
        }

        var at = new HostOffset((long)Math.Min(locator.DataOffset, long.MaxValue));
        located.AddRange(paths.Select(path => new VhdParentName(path.Text, path.IsAbsolute, source, at)));
        return reason is null ? null : $"{source} cannot be used: {reason}";
    }

    /// <summary>Why the bytes of a locator's name are not worth reading; null when they are.</summary>
    private static string? ReasonAgainst(IByteSource file, in VhdParentLocator locator)
    {
        switch (locator.PlatformCode)
        {
            case VhdParentLocatorCode.Mac or VhdParentLocatorCode.MacOfVirtualBox:
                return "its name is an alias, which only Mac OS can follow";
            case VhdParentLocatorCode.Wi2r or VhdParentLocatorCode.Wi2k:
            case VhdParentLocatorCode.W2ru or VhdParentLocatorCode.W2ku:
            case VhdParentLocatorCode.MacX or VhdParentLocatorCode.MacXOfVirtualBox:
                break;
            default:
                return "no such code is known";
        }

        var (length, offset) = (locator.DataLength, locator.DataOffset);
        return length == 0 ? "its name is empty"
            : length > MaxNameLength ? $"its name of {length} bytes is longer than {MaxNameLength}"
            : SpaceOf(locator) is null
                ? $"its space of {locator.DataSpace} is neither a number of sectors nor of bytes in whole sectors"
            : offset > (ulong)file.Length || length > file.Length - (long)offset
                ? $"its name of {length} bytes at byte {offset} is not inside the file of {file.Length} bytes"
            : null;
    }

    /// <summary>Decodes a name.</summary>
    /// <returns>Why there is no path; null when there is one.</returns>
    private static string? Decode(
        VhdParentLocatorCode code, ReadOnlySpan<byte> bytes, out IReadOnlyList<VhdParentPath> paths)
    {
        paths = [];
        var isUrl = code is VhdParentLocatorCode.MacX or VhdParentLocatorCode.MacXOfVirtualBox;
        Encoding encoding = isUrl ? VhdParentText.Utf8
            : code is VhdParentLocatorCode.Wi2r or VhdParentLocatorCode.Wi2k ? VhdParentText.Ansi
            : VhdParentText.Utf16;
        if (VhdParentText.Decode(encoding, bytes) is not { } text)
        {
            return $"its name is no {(isUrl ? "UTF-8" : "UTF-16")}";
        }

        if (isUrl)
        {
            var found = VhdParentPath.OfUrl(text);
            paths = found ?? [];
            return found is null ? "its name is no URL that begins with 'file:'" : ReasonOfNone(found.Count);
        }

        paths = VhdParentPath.OfWindows(text) is { } path ? [path] : [];
        return ReasonOfNone(paths.Count);
    }

    private static string? ReasonOfNone(int paths) => paths == 0 ? "its name is that of no file" : null;
}
