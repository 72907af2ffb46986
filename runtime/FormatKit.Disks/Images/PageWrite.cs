namespace FormatKit.Disks.Images;

/// <summary>A page as a flush writes it.</summary>
internal readonly record struct PageWrite(TablePage Page, byte Rank, byte[] Bytes);
