namespace FormatKit.Formats.Vhd;

/// <summary>The features of a VHD footer.</summary>
[Flags]
public enum VhdFeatures : uint
{
    /// <summary>No feature; real footers have <see cref="Reserved"/> set.</summary>
    None = 0,

    /// <summary>The disk is temporary and may be deleted on shutdown.</summary>
    Temporary = 1,

    /// <summary>Always set.</summary>
    Reserved = 2,
}
