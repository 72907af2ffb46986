namespace FormatKit.Formats.Vmdk;

/// <summary>The flags of a copy-on-write disk.</summary>
[Flags]
public enum CowdFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The disk has no parent: its header has a geometry, not a parent's name.</summary>
    Root = 1,

    /// <summary>The disk can be checked.</summary>
    CheckCapable = 2,

    /// <summary>The disk is inconsistent.</summary>
    Inconsistent = 4,
}
