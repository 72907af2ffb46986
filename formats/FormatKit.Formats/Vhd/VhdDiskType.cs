namespace FormatKit.Formats.Vhd;

/// <summary>
/// What kind of disk a VHD is. The specification marks 0, 1, 5 and 6 as none, reserved and deprecated.
/// </summary>
public enum VhdDiskType : uint
{
    /// <summary>All guest bytes in guest order, then the footer.</summary>
    Fixed = 2,

    /// <summary>Blocks are allocated when they are first written.</summary>
    Dynamic = 3,

    /// <summary>Sectors that were not written are in the parent disk.</summary>
    Differencing = 4,
}
