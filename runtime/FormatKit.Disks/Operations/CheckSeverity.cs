namespace FormatKit.Disks.Operations;

/// <summary>How bad a finding is.</summary>
public enum CheckSeverity
{
    /// <summary>Guest bytes are wrong, unreachable, or at risk with the next write.</summary>
    Corruption,

    /// <summary>A redundant copy of a structure is damaged or differs from the one that counts.</summary>
    StaleCopy,

    /// <summary>Space in the file belongs to nothing.</summary>
    Leak,

    /// <summary>The image is whole, but not as those want it whose profile it is checked against.</summary>
    Unsuited,

    /// <summary>The image is whole itself, but its parent is not there, is another one, or cannot be opened: what it
    /// does not have itself could not be looked at.</summary>
    Parent,

    /// <summary>Worth knowing, and no damage.</summary>
    Note,
}
