namespace FormatKit.Formats.Vmdk;

/// <summary>How an extent keeps its sectors: the third field of its line.</summary>
/// <remarks>
/// VMware Virtual Disk Format 5.0, Extent Description; <see cref="SeSparse"/> from what ESXi writes.
/// </remarks>
public enum VmdkExtentType
{
    /// <summary><c>FLAT</c>: sector after sector in a file or a device.</summary>
    Flat,

    /// <summary><c>SPARSE</c>: a hosted sparse extent or, when older, a copy-on-write disk.</summary>
    Sparse,

    /// <summary><c>ZERO</c>: zeros, in no file.</summary>
    Zero,

    /// <summary><c>VMFS</c>: sector after sector, in a file of ESX.</summary>
    Vmfs,

    /// <summary><c>VMFSSPARSE</c>: a copy-on-write disk of ESX.</summary>
    VmfsSparse,

    /// <summary><c>VMFSRDM</c>: a device that ESX maps.</summary>
    VmfsRdm,

    /// <summary><c>VMFSRAW</c>: a device that ESX passes through.</summary>
    VmfsRaw,

    /// <summary><c>SESPARSE</c>: a space-efficient sparse extent of ESXi.</summary>
    SeSparse,
}
