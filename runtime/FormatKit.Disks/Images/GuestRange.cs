using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A range of the guest's disk.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct GuestRange(GuestOffset Start, long Length)
{
    /// <summary>The first byte behind it.</summary>
    public GuestOffset End => Start + Length;

    /// <summary>What is left of it from a place inside it on.</summary>
    public GuestRange From(GuestOffset start) => new(start, End - start);
}
