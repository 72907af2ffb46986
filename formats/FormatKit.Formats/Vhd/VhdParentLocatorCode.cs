namespace FormatKit.Formats.Vhd;

/// <summary>
/// How a parent locator names the parent: the platform code, four characters read as a big endian integer.
/// </summary>
public enum VhdParentLocatorCode : uint
{
    /// <summary>The slot is empty.</summary>
    None = 0,

    /// <summary>A relative Windows path in ANSI; deprecated.</summary>
    Wi2r = 0x5769_3272,

    /// <summary>An absolute Windows path in ANSI; deprecated.</summary>
    Wi2k = 0x5769_326B,

    /// <summary>A relative Windows path, UTF-16 little endian without NUL.</summary>
    W2ru = 0x5732_7275,

    /// <summary>An absolute Windows path, UTF-16 little endian without NUL.</summary>
    W2ku = 0x5732_6B75,

    /// <summary>A Mac OS alias.</summary>
    Mac = 0x4D61_6320,

    /// <summary>A file URL in UTF-8.</summary>
    MacX = 0x4D61_6358,

    /// <summary>VirtualBox's constant for <see cref="Mac"/>, which has the wrong second character.</summary>
    MacOfVirtualBox = 0x4D16_3220,

    /// <summary>VirtualBox's constant for <see cref="MacX"/>, which has the wrong second character.</summary>
    MacXOfVirtualBox = 0x4D16_3258,
}
