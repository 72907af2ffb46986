namespace FormatKit.Formats.Vmdk;

/// <summary>What a file of VMDK is, going by its first bytes.</summary>
public enum VmdkKind
{
    /// <summary>No VMDK.</summary>
    None,

    /// <summary>A hosted sparse extent, <c>KDMV</c>.</summary>
    HostedSparse,

    /// <summary>A copy-on-write disk, <c>COWD</c>.</summary>
    CopyOnWrite,

    /// <summary>A space-efficient sparse extent.</summary>
    SeSparse,

    /// <summary>A descriptor: text that names the extents.</summary>
    Descriptor,
}
