namespace FormatKit.Disks.Drivers;

/// <summary>What can be done with a format today.</summary>
[Flags]
public enum FormatAbilities
{
    /// <summary>It is told and refused.</summary>
    None = 0,

    /// <summary>Its structures are shown.</summary>
    Dissect = 1,

    /// <summary>Its guest bytes are read.</summary>
    Read = 2,

    /// <summary>Its guest bytes are written.</summary>
    Write = 4,

    /// <summary>Images are created.</summary>
    Create = 8,

    /// <summary>Images are checked.</summary>
    Check = 16,

    /// <summary>Images can have a parent.</summary>
    Chain = 32,

    /// <summary>Images are made larger and smaller.</summary>
    Resize = 64,
}
