namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>What can be done with a batmap.</summary>
internal enum VhdBatmapState : byte
{
    /// <summary>It is whole: its bits are read, and kept true.</summary>
    Trusted,

    /// <summary>It is where it may be, but what it says is not to be trusted: the next writer begins a new one in its
    /// place.</summary>
    Stale,

    /// <summary>It is of an unknown version, or where none may be: never read, never written.</summary>
    LeftAlone,
}
