namespace FormatKit.Formats.Vmdk;

/// <summary>What a guest may do with an extent: the first field of its line.</summary>
/// <remarks>VMware Virtual Disk Format 5.0, Extent Description.</remarks>
public enum VmdkAccess
{
    /// <summary><c>RW</c>: read and write.</summary>
    ReadWrite,

    /// <summary><c>RDONLY</c>: read only. The sectors are part of the disk like all others.</summary>
    ReadOnly,

    /// <summary><c>NOACCESS</c>: neither. The sectors are part of the disk like all others.</summary>
    None,
}
