using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A range of the image file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct HostRange(HostOffset Start, long Length)
{
    /// <summary>The first byte behind it.</summary>
    public HostOffset End => Start + Length;

    /// <summary>Whether the two have a byte in common.</summary>
    public bool Overlaps(HostRange other) => Start < other.End && other.Start < End;
}
