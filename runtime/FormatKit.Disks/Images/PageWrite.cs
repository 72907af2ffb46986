namespace FormatKit.Disks.Images;

/// <summary>A page as a flush writes it.</summary>
internal readonly record struct PageWrite(TablePage Page, byte Rank, byte[] Bytes)
{
    /// <summary>Its place in a flush: by rank, then by offset.</summary>
    public (byte Rank, long Offset) Place => (Rank, Page.Reference.Offset.Value);
}
