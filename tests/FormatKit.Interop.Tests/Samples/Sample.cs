using System.Globalization;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>An image that other software made, and what is known of it.</summary>
/// <param name="Path">The file, relative to the folder of images.</param>
/// <param name="Format">vhd, vmdk or raw.</param>
/// <param name="Subformat">What the format's own words call it; may be empty.</param>
/// <param name="FileSha256">Of the file.</param>
/// <param name="VirtualSize">Guest bytes; null when not known.</param>
/// <param name="GuestSha256">Of all guest bytes, or <c>(zeros)</c> or <c>refuse</c>, or empty.</param>
/// <param name="Note">What is special about it.</param>
public sealed record Sample(
    string Path, string Format, string Subformat, string FileSha256, long? VirtualSize, string GuestSha256, string Note)
{
    /// <summary>A disk whose content is partly in another file.</summary>
    public bool IsDifferencing => Subformat.StartsWith("differencing", StringComparison.Ordinal);

    /// <summary>The file name of its parent; null when it has none.</summary>
    public string? Parent => Note.IndexOf("parent ", StringComparison.Ordinal) is var at and >= 0
        ? Note[(at + "parent ".Length)..].Split(' ', ',')[0]
        : null;

    /// <summary>Damaged, or not complete.</summary>
    public bool IsRefused => GuestSha256 == "refuse";

    /// <summary>All zeros, and perhaps too many to read.</summary>
    public bool IsZeros => GuestSha256 == "(zeros)";

    /// <summary>Has the guest's bytes at its start and nothing else: an extent that is described elsewhere.</summary>
    public bool IsFlat => Format == "raw" || Path.EndsWith("-flat.vmdk", StringComparison.Ordinal);

    /// <summary>A VHD that stands alone.</summary>
    public bool IsWholeVhd => Format == "vhd" && !IsDifferencing && !IsRefused;

    /// <summary>A VMDK in one file that stands alone. The manifest has no subformat for ext2.vmdk.</summary>
    public bool IsWholeVmdk => Format == "vmdk" && !Note.StartsWith("parent ", StringComparison.Ordinal)
        && (Subformat == "monolithicSparse" || Path == "vmdk/wild/ext2.vmdk");

    /// <summary>A disk that we read.</summary>
    public bool IsWhole => IsWholeVhd || IsWholeVmdk;

    /// <summary>The format as we call it.</summary>
    public string FormatName => Format == "vhd" ? "vpc" : Format;

    /// <summary>Reads a line of the manifest.</summary>
    public static Sample Parse(string line)
    {
        var columns = line.Split('\t');
        return new Sample(
            Path: columns[0],
            Format: columns[1],
            Subformat: columns[2],
            FileSha256: columns[5],
            VirtualSize: long.TryParse(columns[6], CultureInfo.InvariantCulture, out var size) ? size : null,
            GuestSha256: columns[7],
            Note: columns[8]);
    }
}
