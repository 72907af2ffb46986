using System.Globalization;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A range of the image file that is used, and what for.</summary>
/// <param name="Kind">What kind of thing is there.</param>
/// <param name="Range">Where. A block at the end of the disk has only the bytes that the guest can reach.</param>
/// <param name="SaidAt">Where in the file it is said that the region is there.</param>
/// <param name="Index">Which of its kind, such as the block's number; -1 when there is one only.</param>
/// <param name="Padding">Bytes behind it that belong to it without being used; others may overlap them.</param>
/// <param name="Name">What the format calls it; null for the word that fits its kind.</param>
public readonly record struct Region(
    RegionKind Kind, HostRange Range, HostOffset SaidAt = default, long Index = -1, long Padding = 0,
    string? Name = null)
{
    /// <summary>The first byte behind its padding.</summary>
    public HostOffset PaddedEnd => Range.End + Padding;

    /// <summary>Whether no guest byte depends on it: damage there is for a check to find, not a reason to keep the disk
    /// from its owner. Nothing is ever written to it.</summary>
    public bool IsOptional => Kind is RegionKind.AuxiliaryTable or RegionKind.ParentName or RegionKind.Unreachable;

    /// <summary>The region in words, such as <c>block 17</c>.</summary>
    public override string ToString() =>
        Index < 0 ? Words : string.Create(CultureInfo.InvariantCulture, $"{Words} {Index}");

    private string Words => Name ?? Kind.Words();
}
