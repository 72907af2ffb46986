using System.Text;

namespace FormatKit.Disks.Tests.Spec;

/// <summary>A parent locator as a writer fills it.</summary>
/// <param name="Slot">Which of the eight.</param>
/// <param name="Code">The platform code.</param>
/// <param name="Name">The bytes of the name.</param>
/// <param name="Space">What the field "data space" says.</param>
internal sealed record SpecLocator(int Slot, uint Code, byte[] Name, uint Space);

/// <summary>How the writers that there are name a parent: in which slots, with which codes, in which units.</summary>
internal sealed record SpecParentNames(string HeaderName, params SpecLocator[] Locators)
{
    private const uint W2ku = 0x57326B75;
    private const uint W2ru = 0x57327275;
    private const uint MacX = 0x4D616358;

    /// <summary>blktap: a file URL and both Windows names, all relative, space in bytes.</summary>
    internal static SpecParentNames Blktap(string file) => new(
        file,
        new SpecLocator(0, MacX, Encoding.UTF8.GetBytes("file://./" + file), 512),
        new SpecLocator(1, W2ku, Encoding.Unicode.GetBytes(@".\" + file), 512),
        new SpecLocator(2, W2ru, Encoding.Unicode.GetBytes(@".\" + file), 512));

    /// <summary>VirtualBox on Linux: absolute and relative, space in bytes and as large again.</summary>
    internal static SpecParentNames VirtualBox(string file) => new(
        file,
        new SpecLocator(0, W2ku, Encoding.Unicode.GetBytes("/nowhere/" + file), 1024),
        new SpecLocator(1, W2ru, Encoding.Unicode.GetBytes(file), 1024));

    /// <summary>With the codes for Mac that VirtualBox's sources have: both are wrong.</summary>
    internal static SpecParentNames VirtualBoxMac(string file) => new(
        "",
        new SpecLocator(0, 0x4D163220, [1, 2, 3, 4], 512),
        new SpecLocator(1, 0x4D163258, Encoding.UTF8.GetBytes("file://./" + file), 512));

    /// <summary>DiscUtils on Linux: from the last slot down, and a relative name that is an absolute one.</summary>
    internal static SpecParentNames DiscUtils(string file) => new(
        "/nowhere/" + file,
        new SpecLocator(7, W2ku, Encoding.Unicode.GetBytes("/nowhere/" + file), 512),
        new SpecLocator(6, W2ru, Encoding.Unicode.GetBytes(@".\/nowhere/" + file), 512));

    /// <summary>xapi and xen-orchestra: space in sectors, as the specification has it.</summary>
    internal static SpecParentNames Xapi(string file) => new(
        file, new SpecLocator(0, W2ku, Encoding.Unicode.GetBytes(@".\" + file), 1));

    /// <summary>Hyper-V: absolute and relative, and the header has the absolute one too.</summary>
    internal static SpecParentNames HyperV(string file) => new(
        @"C:\nowhere\" + file,
        new SpecLocator(0, W2ku, Encoding.Unicode.GetBytes(@"C:\nowhere\" + file), 4096),
        new SpecLocator(1, W2ru, Encoding.Unicode.GetBytes(@".\" + file), 65536));

    /// <summary>Virtual PC for Mac: an alias that nobody else follows, and the name in the header.</summary>
    internal static SpecParentNames Alias(string file) => new(
        file, new SpecLocator(0, 0x4D616320, [0, 0, 0, 0, 0, 0, 0, 150, 0, 2], 512));

    /// <summary>The deprecated relative name, in ANSI.</summary>
    internal static SpecParentNames Ansi(string file) => new(
        "", new SpecLocator(3, 0x57693272, Encoding.Latin1.GetBytes(@".\" + file), 512));

    /// <summary>A URL with everything escaped that can be.</summary>
    internal static SpecParentNames EscapedUrl(string file) => new(
        "",
        new SpecLocator(5, MacX, Encoding.ASCII.GetBytes(
            "file://./" + string.Concat(Encoding.UTF8.GetBytes(file).Select(unit => $"%{unit:X2}"))), 512));

    /// <summary>No locator at all, and nothing but a name in the header.</summary>
    internal static SpecParentNames HeaderOnly(string file) => new(file);
}
