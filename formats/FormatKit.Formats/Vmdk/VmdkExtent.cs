namespace FormatKit.Formats.Vmdk;

/// <summary>An extent line of a descriptor: so many sectors of the disk, and where they are kept.</summary>
/// <param name="Access">What the guest may do with them.</param>
/// <param name="Sectors">How many sectors of 512 bytes; the bytes of all extents together fit 63 bits.</param>
/// <param name="Type">How they are kept.</param>
/// <param name="FileName">
/// The name as it stands there, mostly relative to the descriptor's folder; null where the line has none, which only
/// <see cref="VmdkExtentType.Zero"/> may. In the descriptor that a sparse extent embeds the name says nothing: the
/// extent is that file, whatever it is called by now.
/// </param>
/// <param name="Offset">Where in the file or device the extent begins, in sectors; null where the line does not say.
/// </param>
/// <param name="Line">The number of the line in the descriptor, from 1.</param>
/// <remarks>VMware Virtual Disk Format 5.0, Extent Description.</remarks>
public sealed record VmdkExtent(
    VmdkAccess Access, long Sectors, VmdkExtentType Type, string? FileName, long? Offset, int Line);
