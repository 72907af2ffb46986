namespace FormatKit.Disks.Images;

/// <summary>A run of guest bytes as <see cref="DiskImage.Map"/> reports it, in qemu-img's terms.</summary>
/// <param name="Start">The first guest byte.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Data">Whether there is data for them in the file.</param>
/// <param name="Zero">Whether they are known to read as zeros.</param>
/// <param name="Offset">Where they are in the file of their layer; null when they have no place there.</param>
public readonly record struct MapEntry(long Start, long Length, bool Data, bool Zero, long? Offset)
{
    /// <summary>The first guest byte behind the run.</summary>
    public long End => Start + Length;

    /// <summary>Which layer of a chain has them: 0 is the image itself, 1 its parent.</summary>
    public int Depth { get; init; }

    /// <summary>Whether some layer of the chain has them; false behind the end of a parent that is shorter than its
    /// child, where nobody does.</summary>
    public bool IsPresent { get; init; } = true;

    internal bool IsContinuedBy(in MapEntry next) =>
        End == next.Start && Data == next.Data && Zero == next.Zero
        && Depth == next.Depth && IsPresent == next.IsPresent
        && (Offset is { } offset ? next.Offset == offset + Length : next.Offset is null);
}
