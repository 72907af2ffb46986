using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A small change to a table page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Position">Where in the page, in bytes.</param>
/// <param name="Bytes">The new bytes.</param>
/// <param name="Rank">
/// When it may be written: the pages of a flush are written rank by rank with a barrier between, the lowest first.
/// </param>
public readonly record struct TableEdit(PageRef Page, int Position, ReadOnlyMemory<byte> Bytes, byte Rank);
